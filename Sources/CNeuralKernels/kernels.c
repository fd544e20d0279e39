#include "CNeuralKernels.h"

#pragma STDC FP_CONTRACT OFF
// Vectors are only handed between functions that are inlined, so how they would be passed is no matter.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float lane __attribute__((vector_size(64)));
typedef float lane8 __attribute__((vector_size(32)));
typedef float lane4 __attribute__((vector_size(16)));
typedef int32_t ilane __attribute__((vector_size(64)));
typedef int32_t ilane8 __attribute__((vector_size(32)));
typedef int32_t ilane4 __attribute__((vector_size(16)));
typedef uint32_t ulane __attribute__((vector_size(64)));
typedef uint8_t byteLane __attribute__((vector_size(16)));
// The same in memory, where nothing is known of the address.
typedef float loose __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t looseInt __attribute__((vector_size(64), aligned(4), may_alias));
typedef uint8_t looseBytes __attribute__((vector_size(16), aligned(1), may_alias));
typedef int8_t looseSigned __attribute__((vector_size(16), aligned(1), may_alias));

// ln x of a positive number, within 1e-12: 2 · atanh of (m − 1) / (m + 1), m in √½..<√2.
static double naturalLog(double x) {
  union { double number; uint64_t bits; } u = {x};
  int64_t power = (int64_t)(u.bits >> 52) - 1023;
  u.bits = (u.bits & 0xFFFFFFFFFFFFFull) | 0x3FF0000000000000ull;
  if (u.number > 1.4142135623730951) {
    u.number *= 0.5;
    power++;
  }
  double s = (u.number - 1) / (u.number + 1), t = s * s, sum = 0;
  for (int k = 17; k > 0; k -= 2) sum = sum * t + 1.0 / k;
  return 2 * s * sum + (double)power * 0.6931471805599453;
}

#define TARGET
#define NAME(x) x##Plain
#define QUERIES 2
#define COLUMNS 1
#include "lanes.h"
#undef TARGET
#undef NAME
#undef QUERIES
#undef COLUMNS

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx2")))
#define NAME(x) x##AVX2
#define QUERIES 4
#define COLUMNS 1
#include "lanes.h"
#undef TARGET
#undef NAME
#undef QUERIES
#undef COLUMNS

#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2")))
#define NAME(x) x##AVX512
#define QUERIES 4
#define COLUMNS 2
#include "lanes.h"
#undef TARGET
#undef NAME
#undef QUERIES
#undef COLUMNS

int dragnet_neural_path(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")) {
    return DRAGNET_PATH_AVX512;
  }
  return __builtin_cpu_supports("avx2") ? DRAGNET_PATH_AVX2 : DRAGNET_PATH_PLAIN;
}

#define RUN(kernel, ...)                                            \
  switch (path) {                                                   \
    case DRAGNET_PATH_AVX512: kernel##AVX512(__VA_ARGS__); return;  \
    case DRAGNET_PATH_AVX2: kernel##AVX2(__VA_ARGS__); return;      \
    default: kernel##Plain(__VA_ARGS__);                            \
  }

#else

int dragnet_neural_path(void) { return DRAGNET_PATH_PLAIN; }

#define RUN(kernel, ...) \
  (void)path;            \
  kernel##Plain(__VA_ARGS__);

#endif

void dragnet_row_sums(const int8_t *numbers, int64_t rows, int64_t columns, int32_t *sums) {
  for (int64_t r = 0; r < rows; r++) {
    int32_t sum = 0;
    for (int64_t i = 0; i < columns; i++) sum += numbers[r * columns + i];
    sums[r] = sum;
  }
}

void dragnet_turned(const int8_t *numbers, const float *scales, int64_t rows, int64_t columns,
                    float *out, int64_t stride) {
  for (int64_t r = 0; r < rows; r++) {
    for (int64_t i = 0; i < columns; i++) {
      out[i * stride + r] = (float)numbers[r * columns + i] * scales[r];
    }
  }
}

int32_t dragnet_largest(const int8_t *numbers, int64_t count) {
  int32_t most = 0;
  for (int64_t i = 0; i < count; i++) {
    int32_t size = numbers[i] < 0 ? -numbers[i] : numbers[i];
    most = size > most ? size : most;
  }
  return most;
}

uint64_t dragnet_checksum(const uint8_t *bytes, int64_t words) {
  uint64_t hash = 0xCBF29CE484222325ull;
  for (int64_t i = 0; i < words; i++) {
    uint64_t word = 0;
    __builtin_memcpy(&word, bytes + 8 * i, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    hash = (hash ^ word) * 0x100000001B3ull;
  }
  return hash;
}

void dragnet_to_bytes(int path, const float *x, int64_t rows, int64_t width, uint8_t *bytes,
                      float *steps) {
  RUN(toBytes, x, rows, width, bytes, steps)
}

void dragnet_from_sums(int path, dragnet_sums sums, float *out, int64_t stride) {
  RUN(fromSums, sums, out, stride)
}

void dragnet_gelu_bytes(int path, dragnet_sums sums, float *row, uint8_t *bytes, float *steps) {
  RUN(geluBytes, sums, row, bytes, steps)
}

void dragnet_norm_bytes(int path, dragnet_sums sums, float *x, const float *weight,
                        const float *bias, float *row, uint8_t *bytes, float *steps) {
  RUN(normBytes, sums, x, weight, bias, row, bytes, steps)
}

void dragnet_gelu(int path, float *x, int64_t count) { RUN(gelu, x, count) }

void dragnet_norm(int path, float *x, const float *y, int64_t rows, int64_t width,
                  const float *weight, const float *bias) {
  RUN(norm, x, y, rows, width, weight, bias)
}

void dragnet_embed(int path, const int8_t *words, const float *scales, const float *positions,
                   const float *shapes, const int32_t *pieces, const uint8_t *forms, int64_t rows,
                   int64_t width, float *out) {
  RUN(embed, words, scales, positions, shapes, pieces, forms, rows, width, out)
}

void dragnet_product(int path, const float *a, int64_t aStride, const float *b, int64_t bStride,
                     float *c, int64_t cStride, int64_t rows, int64_t inner, int64_t columns) {
  RUN(products, a, aStride, b, bStride, c, cStride, rows, inner, columns)
}

void dragnet_attention(int path, const float *qkv, int64_t length, int64_t heads, float *out,
                       float *scratch) {
  RUN(attention, qkv, length, heads, out, scratch)
}

void dragnet_mix(int path, const float *x, int64_t width, const int32_t *first, const int32_t *last,
                 int64_t words, const float *parts, float *a, float *b, float *c) {
  RUN(mix, x, width, first, last, words, parts, a, b, c)
}

void dragnet_dots(int path, dragnet_sums sums, int64_t row, const float *other, int64_t outputs,
                  int64_t width, float *out) {
  RUN(dots, sums, row, other, outputs, width, out)
}

void dragnet_add(int path, float *x, int64_t rows, int64_t width, const float *added) {
  RUN(add, x, rows, width, added)
}

void dragnet_log_softmax(int path, float *x, int64_t rows, int64_t stride, int64_t count) {
  RUN(logSoftmax, x, rows, stride, count)
}

void dragnet_spans(int path, float *scores, int64_t stride, int64_t classes, int64_t columns,
                   const float *start, const float *ends, int64_t endsStride, const float *widths,
                   int64_t widthsStride, float *margins) {
  RUN(spans, scores, stride, classes, columns, start, ends, endsStride, widths, widthsStride, margins)
}

void dragnet_pairs(int path, dragnet_mentions mentions, const int32_t *later,
                   const int32_t *earlier, const int32_t *rows, int64_t count, float *out) {
  RUN(pairs, mentions, later, earlier, rows, count, out)
}
