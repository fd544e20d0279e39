// One path of the kernels: included once for each set of instructions, with NAME, TARGET, QUERIES and
// COLUMNS defined. QUERIES rows by COLUMNS vectors of sums are held in registers.

#define CODE static inline __attribute__((always_inline)) TARGET
#define KERNEL static TARGET

CODE lane NAME(load)(const float *p) { return *(const loose *)p; }
CODE void NAME(store)(float *p, lane v) { *(loose *)p = v; }
CODE lane NAME(all)(float v) { return (lane){} + v; }

// Halves on halves: one order on every path.
CODE float NAME(sum)(lane v) {
  lane8 a = __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7) +
            __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15);
  lane4 b = __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7);
  return (b[0] + b[2]) + (b[1] + b[3]);
}

CODE lane NAME(select)(ilane mask, lane yes, lane no) {
  return (lane)((mask & (ilane)yes) | (~mask & (ilane)no));
}
CODE lane NAME(larger)(lane a, lane b) { return NAME(select)(a > b, a, b); }
CODE lane NAME(smaller)(lane a, lane b) { return NAME(select)(a < b, a, b); }
CODE lane NAME(size)(lane v) { return (lane)((ilane)v & 0x7FFFFFFF); }

CODE float NAME(largest)(lane v) {
  float most = v[0];
  for (int i = 1; i < 16; i++) most = v[i] > most ? v[i] : most;
  return most;
}

// Cephes' expf: 2^n · p(r), with n the nearest whole number to x / ln 2. Below -87 it gives e^-87.
CODE lane NAME(exp)(lane x) {
  x = NAME(larger)(x, NAME(all)(-87.0f));
  lane shifted = x * 1.44269504088896341f + 12582912.0f;
  ilane power = ((ilane)shifted - 0x4B400000 + 127) << 23;
  lane n = shifted - 12582912.0f;
  lane r = (x - n * 0.693359375f) - n * -2.12194440e-4f;
  lane p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = (p * (r * r) + r) + 1.0f;
  return p * (lane)power;
}

// x/2 · (1 + erf(x/√2)); erf(z) = z · P(z²) / Q(z²), within 3e-7, one beyond ±4 (Eigen).
CODE lane NAME(geluOf)(lane x) {
  lane z = x * 0.70710678118654752f;
  z = NAME(smaller)(NAME(larger)(z, NAME(all)(-4.0f)), NAME(all)(4.0f));
  lane s = z * z;
  lane p = s * -2.72614225801306e-10f + 2.77068142495902e-08f;
  p = p * s + -2.10102402082508e-06f;
  p = p * s + -5.69250639462346e-05f;
  p = p * s + -7.34990630326855e-04f;
  p = p * s + -2.95459980854025e-03f;
  p = p * s + -1.60960333262415e-02f;
  lane q = s * -1.45660718464996e-05f + -2.13374055278905e-04f;
  q = q * s + -1.68282697438203e-03f;
  q = q * s + -7.37332916720468e-03f;
  q = q * s + -1.42647390514189e-02f;
  lane erf = (z * p) / q;
  return (x * 0.5f) * (1.0f + erf);
}

CODE void NAME(numbers)(dragnet_sums s, int64_t row, float *out) {
  const int32_t *sums = s.sums + row * s.outputs;
  float step = s.steps[row];
  for (int64_t o = 0; o < s.outputs; o += 16) {
    ilane whole = *(const looseInt *)(sums + o) - *(const looseInt *)(s.offsets + o);
    lane scale = step * NAME(load)(s.scales + o);
    NAME(store)(out + o, __builtin_convertvector(whole, lane) * scale + NAME(load)(s.bias + o));
  }
}

CODE float NAME(rowBytes)(const float *x, int64_t width, uint8_t *bytes) {
  lane most = {};
  for (int64_t i = 0; i < width; i += 16) {
    most = NAME(larger)(NAME(size)(NAME(load)(x + i)), most);
  }
  float largest = NAME(largest)(most);
  float inverse = largest > 0 ? 127 / largest : 0;
  for (int64_t i = 0; i < width; i += 16) {
    // Adding 1.5 · 2²³ rounds to the nearest whole number and leaves it in the last bits.
    ilane rounded = (ilane)(NAME(load)(x + i) * inverse + 12583040.0f);
    *(looseBytes *)(bytes + i) = __builtin_convertvector((ulane)rounded & 0xFF, byteLane);
  }
  return largest / 127;
}

KERNEL void NAME(toBytes)(const float *x, int64_t rows, int64_t width, uint8_t *bytes, float *steps) {
  for (int64_t r = 0; r < rows; r++) {
    steps[r] = NAME(rowBytes)(x + r * width, width, bytes + r * width);
  }
}

KERNEL void NAME(fromSums)(dragnet_sums sums, float *out, int64_t stride) {
  for (int64_t r = 0; r < sums.rows; r++) NAME(numbers)(sums, r, out + r * stride);
}

KERNEL void NAME(gelu)(float *x, int64_t count) {
  for (int64_t i = 0; i < count; i += 16) NAME(store)(x + i, NAME(geluOf)(NAME(load)(x + i)));
}

KERNEL void NAME(geluBytes)(dragnet_sums sums, float *row, uint8_t *bytes, float *steps) {
  for (int64_t r = 0; r < sums.rows; r++) {
    NAME(numbers)(sums, r, row);
    for (int64_t i = 0; i < sums.outputs; i += 16) {
      NAME(store)(row + i, NAME(geluOf)(NAME(load)(row + i)));
    }
    steps[r] = NAME(rowBytes)(row, sums.outputs, bytes + r * sums.outputs);
  }
}

CODE void NAME(normRow)(float *x, const float *y, int64_t width, const float *weight,
                        const float *bias) {
  lane sum = {};
  for (int64_t i = 0; i < width; i += 16) {
    lane v = NAME(load)(x + i);
    if (y) {
      v += NAME(load)(y + i);
      NAME(store)(x + i, v);
    }
    sum += v;
  }
  float mean = NAME(sum)(sum) / (float)width;
  lane squares = {};
  for (int64_t i = 0; i < width; i += 16) {
    lane v = NAME(load)(x + i) - mean;
    squares += v * v;
  }
  float inverse = 1 / __builtin_sqrtf(NAME(sum)(squares) / (float)width + 1e-12f);
  for (int64_t i = 0; i < width; i += 16) {
    lane v = (NAME(load)(x + i) - mean) * inverse;
    NAME(store)(x + i, v * NAME(load)(weight + i) + NAME(load)(bias + i));
  }
}

KERNEL void NAME(norm)(float *x, const float *y, int64_t rows, int64_t width, const float *weight,
                       const float *bias) {
  for (int64_t r = 0; r < rows; r++) {
    NAME(normRow)(x + r * width, y ? y + r * width : 0, width, weight, bias);
  }
}

KERNEL void NAME(normBytes)(dragnet_sums sums, float *x, const float *weight, const float *bias,
                            float *row, uint8_t *bytes, float *steps) {
  for (int64_t r = 0; r < sums.rows; r++) {
    float *here = x + r * sums.outputs;
    NAME(numbers)(sums, r, row);
    NAME(normRow)(here, row, sums.outputs, weight, bias);
    steps[r] = NAME(rowBytes)(here, sums.outputs, bytes + r * sums.outputs);
  }
}

KERNEL void NAME(embed)(const int8_t *words, const float *scales, const float *positions,
                        const float *shapes, const int32_t *pieces, const uint8_t *forms,
                        int64_t rows, int64_t width, float *out) {
  for (int64_t r = 0; r < rows; r++) {
    const int8_t *word = words + pieces[r] * width;
    const float *position = positions + r * width, *shape = shapes + forms[r] * width;
    float scale = scales[pieces[r]];
    for (int64_t i = 0; i < width; i += 16) {
      lane v = __builtin_convertvector(*(const looseSigned *)(word + i), lane) * scale;
      NAME(store)(out + r * width + i, (v + NAME(load)(position + i)) + NAME(load)(shape + i));
    }
  }
}

// `rows` rows by `vectors` vectors of the product; both are known when this is compiled.
CODE void NAME(tile)(int rows, int vectors, const float *a, int64_t aStride, const float *b,
                     int64_t bStride, float *c, int64_t cStride, int64_t inner) {
  lane sums[QUERIES][COLUMNS];
  for (int r = 0; r < rows; r++) {
    for (int v = 0; v < vectors; v++) sums[r][v] = (lane){};
  }
  for (int64_t i = 0; i < inner; i++) {
    lane row[COLUMNS];
    for (int v = 0; v < vectors; v++) row[v] = NAME(load)(b + i * bStride + v * 16);
    for (int r = 0; r < rows; r++) {
      lane one = NAME(all)(a[r * aStride + i]);
      for (int v = 0; v < vectors; v++) sums[r][v] += one * row[v];
    }
  }
  for (int r = 0; r < rows; r++) {
    for (int v = 0; v < vectors; v++) NAME(store)(c + r * cStride + v * 16, sums[r][v]);
  }
}

CODE void NAME(product)(const float *a, int64_t aStride, const float *b, int64_t bStride, float *c,
                        int64_t cStride, int64_t rows, int64_t inner, int64_t columns) {
  int64_t r = 0;
  for (; r + QUERIES <= rows; r += QUERIES) {
    const float *left = a + r * aStride;
    float *out = c + r * cStride;
    int64_t j = 0;
    for (; j + 16 * COLUMNS <= columns; j += 16 * COLUMNS) {
      NAME(tile)(QUERIES, COLUMNS, left, aStride, b + j, bStride, out + j, cStride, inner);
    }
    for (; j < columns; j += 16) {
      NAME(tile)(QUERIES, 1, left, aStride, b + j, bStride, out + j, cStride, inner);
    }
  }
  for (; r < rows; r++) {
    for (int64_t j = 0; j < columns; j += 16) {
      NAME(tile)(1, 1, a + r * aStride, aStride, b + j, bStride, c + r * cStride + j, cStride, inner);
    }
  }
}

KERNEL void NAME(products)(const float *a, int64_t aStride, const float *b, int64_t bStride, float *c,
                           int64_t cStride, int64_t rows, int64_t inner, int64_t columns) {
  NAME(product)(a, aStride, b, bStride, c, cStride, rows, inner, columns);
}

// e^(x - max) of one row in place, zeros beyond `length`; gives the sum.
CODE float NAME(exponents)(float *x, int64_t length, int64_t padded) {
  for (int64_t j = length; j < padded; j++) x[j] = -1e30f;
  lane most = NAME(load)(x);
  for (int64_t j = 16; j < padded; j += 16) most = NAME(larger)(NAME(load)(x + j), most);
  float top = NAME(largest)(most);
  for (int64_t j = 0; j < padded; j += 16) NAME(store)(x + j, NAME(exp)(NAME(load)(x + j) - top));
  for (int64_t j = length; j < padded; j++) x[j] = 0;
  lane sum = {};
  for (int64_t j = 0; j < padded; j += 16) sum += NAME(load)(x + j);
  return NAME(sum)(sum);
}

CODE void NAME(attend)(int rows, const float *q, int64_t stride, const float *keys,
                       const float *values, int64_t length, int64_t padded, float *out,
                       int64_t outStride, float *scores) {
  NAME(product)(q, stride, keys, padded, scores, padded, rows, 32, padded);
  float sums[4];
  for (int r = 0; r < rows; r++) sums[r] = NAME(exponents)(scores + r * padded, length, padded);
  NAME(product)(scores, padded, values, stride, out, outStride, rows, length, 32);
  for (int r = 0; r < rows; r++) {
    float inverse = 1 / sums[r];
    for (int i = 0; i < 32; i += 16) {
      NAME(store)(out + r * outStride + i, NAME(load)(out + r * outStride + i) * inverse);
    }
  }
}

KERNEL void NAME(attention)(const float *qkv, int64_t length, int64_t heads, float *out,
                            float *scratch) {
  int64_t padded = (length + 15) / 16 * 16, width = heads * 32, stride = 3 * width;
  float *keys = scratch, *scores = scratch + 32 * padded;
  for (int64_t h = 0; h < heads; h++) {
    const float *q = qkv + h * 32, *k = q + width, *v = k + width;
    for (int64_t j = 0; j < padded; j++) {
      for (int i = 0; i < 32; i++) keys[i * padded + j] = j < length ? k[j * stride + i] : 0;
    }
    int64_t r = 0;
    for (; r + 4 <= length; r += 4) {
      NAME(attend)(4, q + r * stride, stride, keys, v, length, padded, out + r * width + h * 32,
                   width, scores);
    }
    for (; r < length; r++) {
      NAME(attend)(1, q + r * stride, stride, keys, v, length, padded, out + r * width + h * 32,
                   width, scores);
    }
  }
}

KERNEL void NAME(mix)(const float *x, int64_t width, const int32_t *first, const int32_t *last,
                      int64_t words, const float *parts, float *a, float *b, float *c) {
  for (int64_t w = 0; w < words; w++) {
    const float *begin = x + first[w] * width, *end = x + last[w] * width;
    for (int64_t i = 0; i < width; i += 16) {
      int64_t at = w * width + i;
      lane v = (NAME(load)(begin + i) + NAME(load)(end + i)) * 0.5f;
      NAME(store)(a + at, NAME(load)(a + at) + v * parts[0]);
      NAME(store)(b + at, NAME(load)(b + at) + v * parts[1]);
      NAME(store)(c + at, NAME(load)(c + at) + v * parts[2]);
    }
  }
}

KERNEL void NAME(dots)(dragnet_sums s, int64_t row, const float *other, int64_t outputs,
                       int64_t width, float *out) {
  const int32_t *sums = s.sums + row * s.outputs;
  float step = s.steps[row];
  for (int64_t o = 0; o < outputs; o++) {
    lane total = {};
    for (int64_t i = 0; i < width; i += 16) {
      int64_t at = o * width + i;
      ilane whole = *(const looseInt *)(sums + at) - *(const looseInt *)(s.offsets + at);
      lane scale = step * NAME(load)(s.scales + at);
      total += (__builtin_convertvector(whole, lane) * scale) * NAME(load)(other + i);
    }
    out[o] = NAME(sum)(total);
  }
}

KERNEL void NAME(add)(float *x, int64_t rows, int64_t width, const float *added) {
  for (int64_t r = 0; r < rows; r++) {
    for (int64_t i = 0; i < width; i += 16) {
      float *at = x + r * width + i;
      NAME(store)(at, NAME(load)(at) + NAME(load)(added + i));
    }
  }
}

KERNEL void NAME(logSoftmax)(float *x, int64_t rows, int64_t stride, int64_t count) {
  int64_t padded = (count + 15) / 16 * 16;
  for (int64_t r = 0; r < rows; r++) {
    float *row = x + r * stride;
    for (int64_t i = count; i < padded; i++) row[i] = -1e30f;
    lane most = NAME(load)(row);
    for (int64_t i = 16; i < padded; i += 16) most = NAME(larger)(NAME(load)(row + i), most);
    float top = NAME(largest)(most);
    lane sum = {};
    for (int64_t i = 0; i < padded; i += 16) sum += NAME(exp)(NAME(load)(row + i) - top);
    float less = top + (float)naturalLog(NAME(sum)(sum));
    for (int64_t i = 0; i < padded; i += 16) NAME(store)(row + i, NAME(load)(row + i) - less);
  }
}

KERNEL void NAME(spans)(float *scores, int64_t stride, int64_t classes, int64_t columns,
                        const float *start, const float *ends, int64_t endsStride,
                        const float *widths, int64_t widthsStride, float *margins) {
  for (int64_t j = 0; j < columns; j += 16) {
    lane none = {}, best = NAME(all)(-1e30f);
    for (int64_t o = 0; o < classes; o++) {
      lane v = NAME(load)(scores + o * stride + j);
      v = (v + (start[o] + NAME(load)(ends + o * endsStride + j))) +
          NAME(load)(widths + o * widthsStride + j);
      NAME(store)(scores + o * stride + j, v);
      if (o == 0) {
        none = v;
      } else {
        best = NAME(larger)(v, best);
      }
    }
    NAME(store)(margins + j, best - none);
  }
}

KERNEL void NAME(pairs)(dragnet_mentions m, const int32_t *later, const int32_t *earlier,
                        const int32_t *rows, int64_t count, float *out) {
  float root = __builtin_sqrtf((float)m.size);
  for (int64_t p = 0; p < count; p++) {
    const float *a = m.bilinear + later[p] * m.size;
    const float *b = m.earlierVectors + earlier[p] * m.size;
    lane close = {};
    for (int64_t i = 0; i < m.size; i += 16) close += NAME(load)(a + i) * NAME(load)(b + i);
    lane total = {};
    for (int64_t i = 0; i < m.hidden; i += 16) {
      lane v = NAME(load)(m.later + later[p] * m.hidden + i) +
               NAME(load)(m.earlier + earlier[p] * m.hidden + i);
      for (int64_t f = 0; f < m.fields; f++) {
        v += NAME(load)(m.table + rows[p * m.fields + f] * m.hidden + i);
      }
      total += NAME(geluOf)(v) * NAME(load)(m.score + i);
    }
    out[p] = NAME(sum)(close) / root + NAME(sum)(total);
  }
}

#undef CODE
#undef KERNEL
