#pragma once
#include <stdint.h>

/// 1 when this processor has vectors wide enough for `dragnet_sweep_lanes`.
int dragnet_has_lanes(void);

/// `sweepLanes` of LaneSweep.swift, which is the reference: the same bits, faster. Up to eight sources;
/// `fresh`, `front`, `next` are [nodeCount][8] doubles, `entryRows` is [nodeCount * 8][8]; `touched`
/// has room for nodeCount + 1, `levelStarts` for nodeCount + 2. `arcScores` is used if `withArcs`.
double dragnet_sweep_lanes(uint32_t nodeCount, const uint32_t *offsets, const uint32_t *targets,
                           const uint32_t *inOffsets, const uint32_t *inTargets,
                           const double *weights, void *fresh, void *front, void *next,
                           uint8_t *isTouched, uint32_t *open, uint32_t *touched,
                           uint32_t *entryNodes, void *entryRows, uint32_t *levelStarts,
                           const uint32_t *sources, const double *sourceWeights, int sourceCount,
                           double *scores, double *arcScores, int withArcs);
