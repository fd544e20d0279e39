#include "CGraphKernels.h"

#if defined(__x86_64__)

// Every path takes eight sources at once and adds in the same order, so all give the same bits.
#pragma STDC FP_CONTRACT OFF

#define SWEEP sweepAVX512
#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2")))
#include "lanes.h"
#undef SWEEP
#undef TARGET
#define SWEEP sweepAVX2
#define TARGET __attribute__((target("avx2")))
#include "lanes.h"

int dragnet_has_lanes(void) { return __builtin_cpu_supports("avx2") != 0; }

double dragnet_sweep_lanes(uint32_t n, const uint32_t *offsets, const uint32_t *targets,
                    const uint32_t *inOffsets, const uint32_t *inTargets, const double *weights,
                    void *freshRows, void *frontRows, void *nextRows, uint8_t *isTouched,
                    uint32_t *open, uint32_t *touched, uint32_t *nodes, void *entryRows,
                    uint32_t *levelStarts, const uint32_t *sources, const double *sourceWeights,
                    int sourceCount, double *scores, double *arcScores, int withArcs) {
  int isWide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
  return (isWide ? sweepAVX512 : sweepAVX2)(
      n, offsets, targets, inOffsets, inTargets, weights, freshRows, frontRows, nextRows, isTouched, open,
      touched, nodes, entryRows, levelStarts, sources, sourceWeights, sourceCount, scores, arcScores,
      withArcs);
}

#else

int dragnet_has_lanes(void) { return 0; }

double dragnet_sweep_lanes(uint32_t n, const uint32_t *offsets, const uint32_t *targets,
                    const uint32_t *inOffsets, const uint32_t *inTargets, const double *weights,
                    void *freshRows, void *frontRows, void *nextRows, uint8_t *isTouched,
                    uint32_t *open, uint32_t *touched, uint32_t *nodes, void *entryRows,
                    uint32_t *levelStarts, const uint32_t *sources, const double *sourceWeights,
                    int sourceCount, double *scores, double *arcScores, int withArcs) {
  (void)n;
  (void)offsets;
  (void)targets;
  (void)inOffsets;
  (void)inTargets;
  (void)weights;
  (void)freshRows;
  (void)frontRows;
  (void)nextRows;
  (void)isTouched;
  (void)open;
  (void)touched;
  (void)nodes;
  (void)entryRows;
  (void)levelStarts;
  (void)sources;
  (void)sourceWeights;
  (void)sourceCount;
  (void)scores;
  (void)arcScores;
  (void)withArcs;
  return 0;
}

#endif
