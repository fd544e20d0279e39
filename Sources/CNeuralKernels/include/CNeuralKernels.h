#pragma once
#include <stdint.h>

// The row kernels of the neural reader. Every path takes sixteen numbers at once, rounds every
// multiplication and every addition by itself and adds in the same order, so all give the same bits.
// All rows are row-major; every width is a multiple of 16.

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// The sets of instructions that a kernel was compiled for.
enum { DRAGNET_PATH_PLAIN = 0, DRAGNET_PATH_AVX2 = 1, DRAGNET_PATH_AVX512 = 2 };

/// The widest path that this processor can run.
int dragnet_neural_path(void);

/// Sums of a product of whole numbers, [rows, outputs], and what makes numbers of them:
///
///     y[r][o] = (sums[r][o] - offsets[o]) * (steps[r] * scales[o]) + bias[o]
typedef struct {
  const int32_t *sums;
  const int32_t *offsets;
  const float *scales;
  const float *bias;
  const float *steps;
  int64_t rows, outputs;
} dragnet_sums;

/// `steps[r] = max |x[r]| / 127`, and `bytes[r][i] = 128 + x[r][i] / steps[r]`, to the nearest.
void dragnet_to_bytes(int path, const float *x, int64_t rows, int64_t width, uint8_t *bytes,
                      float *steps);
/// Numbers from sums; `stride` is the width of a row of `out`.
void dragnet_from_sums(int path, dragnet_sums sums, float *out, int64_t stride);
/// Numbers from sums, each put through `gelu`, in bytes. `row` holds one row of them.
void dragnet_gelu_bytes(int path, dragnet_sums sums, float *row, uint8_t *bytes, float *steps);
/// `x[r] = LN(x[r] + numbers from sums)`, and the same in bytes. `row` holds one row of outputs.
void dragnet_norm_bytes(int path, dragnet_sums sums, float *x, const float *weight,
                        const float *bias, float *row, uint8_t *bytes, float *steps);
/// `x[i] = x[i] / 2 * (1 + erf(x[i] / sqrt 2))`.
void dragnet_gelu(int path, float *x, int64_t count);
/// `x[r] = LN(x[r] + y[r])`; variances are taken over `width`, and 1e-12 is added to them.
void dragnet_norm(int path, float *x, const float *_Nullable y, int64_t rows, int64_t width,
                  const float *weight, const float *bias);
/// `out[r] = words[r] * steps[r] + positions[r] + shapes[r]`, of rows found by their numbers.
void dragnet_embed(int path, const int8_t *words, const float *scales, const float *positions,
                   const float *shapes, const int32_t *pieces, const uint8_t *forms, int64_t rows,
                   int64_t width, float *out);
/// `c[r][j] = Σ a[r][i] * b[i][j]`, added in the order of i. Rows of `a`, `b`, `c` are as wide as
/// their strides say; `columns` is a multiple of 16.
void dragnet_product(int path, const float *a, int64_t aStride, const float *b, int64_t bStride,
                     float *c, int64_t cStride, int64_t rows, int64_t inner, int64_t columns);
/// Attention of one window: `qkv` is [length, 3 * heads * 32], `out` [length, heads * 32].
/// `scratch` holds (32 + 4) * 16 * ceil(length / 16) numbers.
void dragnet_attention(int path, const float *qkv, int64_t length, int64_t heads, float *out,
                       float *scratch);
/// For every word w: `sums[m][w] += parts[m] * ((x[first[w]] + x[last[w]]) / 2)`, m in 0..<3.
void dragnet_mix(int path, const float *x, int64_t width, const int32_t *first, const int32_t *last,
                 int64_t words, const float *parts, float *a, float *b, float *c);
/// For one row of sums [1, outputs * width]: `out[o] = Σ t[o][i] * other[i]`, t the numbers from sums.
void dragnet_dots(int path, dragnet_sums sums, int64_t row, const float *other, int64_t outputs,
                  int64_t width, float *out);
/// `x[r] += added`, to each of the rows.
void dragnet_add(int path, float *x, int64_t rows, int64_t width, const float *added);
/// Natural logarithms of the softmax of the first `count` numbers of every row, in place. What stands
/// between `count` and `stride`, a multiple of 16, is lost.
void dragnet_log_softmax(int path, float *x, int64_t rows, int64_t stride, int64_t count);
/// Finishes the scores of the spans that start at one word, [classes, columns]; column j ends j
/// words after some word:
///
///     scores[o][j] += start[o] + ends[o][j] + widths[o][j]
///     margins[j] = max over o > 0 of scores[o][j], less scores[0][j]
///
/// Rows of `scores` are `stride` numbers apart, those of the others as theirs say.
void dragnet_spans(int path, float *scores, int64_t stride, int64_t classes, int64_t columns,
                   const float *start, const float *ends, int64_t endsStride, const float *widths,
                   int64_t widthsStride, float *margins);
/// What is known of the mentions of a document, one row for each.
typedef struct {
  const float *bilinear, *earlierVectors; // [mentions, size]
  const float *later, *earlier;           // [mentions, hidden]
  const float *table;                     // [rows, hidden]
  const float *score;                     // [hidden]
  int64_t size, hidden, fields;
} dragnet_mentions;
/// Scores of pairs of mentions: `bilinear[later] · earlierVectors[earlier] / √size`, and `score` times
/// gelu of the sum of both hidden rows and of the `fields` rows of the table that `rows` names.
void dragnet_pairs(int path, dragnet_mentions mentions, const int32_t *later,
                   const int32_t *earlier, const int32_t *rows, int64_t count, float *out);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif
