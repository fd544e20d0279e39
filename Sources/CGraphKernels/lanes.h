// One path of the sweep: included once for each set of instructions, with SWEEP and TARGET defined.

#ifndef ROW
#define ROW row8
#define MASK mask8
typedef double row8 __attribute__((vector_size(64)));
typedef double row4 __attribute__((vector_size(32)));
typedef double row2 __attribute__((vector_size(16)));
typedef int64_t mask8 __attribute__((vector_size(64)));
// Adds eight lanes: halves on halves.
#define SUM(r)                                                               \
  ({                                                                         \
    row4 four = __builtin_shufflevector(r, r, 0, 1, 2, 3) +                  \
                __builtin_shufflevector(r, r, 4, 5, 6, 7);                   \
    row2 two = __builtin_shufflevector(four, four, 0, 1) +                   \
               __builtin_shufflevector(four, four, 2, 3);                    \
    two[0] + two[1];                                                         \
  })
#endif

TARGET static double SWEEP(uint32_t n, const uint32_t *offsets, const uint32_t *targets,
                    const uint32_t *inOffsets, const uint32_t *inTargets, const double *weights,
                    void *freshRows, void *frontRows, void *nextRows, uint8_t *isTouched,
                    uint32_t *open, uint32_t *touched, uint32_t *nodes, void *entryRows,
                    uint32_t *levelStarts, const uint32_t *sources, const double *sourceWeights,
                    int sourceCount, double *scores, double *arcScores, int withArcs) {
  ROW *fresh = freshRows, *front = frontRows, *next = nextRows, *rows = entryRows;
  const ROW zero = {0};
  ROW used = {0}, weight = {0}, largest = {0};
  for (int lane = 0; lane < sourceCount; lane++) {
    used[lane] = 1;
    weight[lane] = sourceWeights[lane];
  }
  for (uint32_t v = 0; v < n; v++) fresh[v] = used;
  uint32_t entries = 0, levels = 0;
  uint64_t frontArcs = 0, openArcs = inOffsets[n];
  for (int lane = 0; lane < sourceCount; lane++) {
    uint32_t v = sources[lane];
    ROW row = zero;
    row[lane] = 1;
    fresh[v][lane] = 0;
    front[v] = row;
    nodes[entries] = v;
    rows[entries++] = row;
    frontArcs += offsets[v + 1] - offsets[v];
  }
  uint32_t openCount = n;
  for (uint32_t v = 0; v < n; v++) open[v] = v;
  levelStarts[0] = 0;
  // Forward: counts of paths, level by level.
  while (1) {
    uint32_t start = levelStarts[levels];
    levelStarts[levels + 1] = entries;
    if (start == entries) break;
    uint32_t end = entries;
    frontArcs = 0;
    for (uint32_t e = start; e < end; e++) frontArcs += offsets[nodes[e] + 1] - offsets[nodes[e]];
    if (frontArcs <= openArcs) {
      uint32_t count = 0;
      for (uint32_t e = start; e < end; e++) {
        uint32_t v = nodes[e];
        ROW row = rows[e];
        front[v] = zero;
        for (uint32_t a = offsets[v]; a < offsets[v + 1]; a++) {
          uint32_t u = targets[a];
          touched[count] = u;
          count += !isTouched[u];
          isTouched[u] = 1;
          next[u] += row;
        }
      }
      for (uint32_t t = 0; t < count; t++) {
        uint32_t u = touched[t];
        isTouched[u] = 0;
        ROW old = fresh[u], row = (ROW)((MASK)next[u] & (old > zero));
        next[u] = zero;
        MASK isNew = row > zero;
        if (SUM(row) == 0) continue;
        ROW left = (ROW)((MASK)old & ~isNew);
        fresh[u] = left;
        if (SUM(left) == 0) openArcs -= inOffsets[u + 1] - inOffsets[u];
        largest = __builtin_elementwise_max(row, largest);
        front[u] = row;
        nodes[entries] = u;
        rows[entries++] = row;
      }
    } else {
      uint32_t kept = 0;
      openArcs = 0;
      for (uint32_t o = 0; o < openCount; o++) {
        uint32_t u = open[o];
        ROW old = fresh[u];
        if (SUM(old) == 0) continue;
        open[kept++] = u;
        openArcs += inOffsets[u + 1] - inOffsets[u];
        ROW row = zero;
        for (uint32_t a = inOffsets[u]; a < inOffsets[u + 1]; a++) row += front[inTargets[a]];
        row = (ROW)((MASK)row & (old > zero));
        if (SUM(row) == 0) continue;
        ROW left = (ROW)((MASK)old & ~(row > zero));
        fresh[u] = left;
        if (SUM(left) == 0) openArcs -= inOffsets[u + 1] - inOffsets[u];
        largest = __builtin_elementwise_max(row, largest);
        nodes[entries] = u;
        rows[entries++] = row;
      }
      openCount = kept;
      for (uint32_t e = start; e < end; e++) front[nodes[e]] = zero;
      for (uint32_t e = end; e < entries; e++) front[nodes[e]] = rows[e];
    }
    levels++;
  }
  // Backward: rows of the last level are σ; each level turns into G = (w + δ) / σ on its lanes.
  for (uint32_t e = levelStarts[levels ? levels - 1 : 0]; e < entries; e++) {
    ROW sigma = rows[e];
    front[nodes[e]] = (ROW)((MASK)(weights[nodes[e]] / sigma) & (sigma > zero));
  }
  for (uint32_t level = levels; level-- > 1;) {
    uint32_t start = levelStarts[level], end = levelStarts[level + 1];
    uint32_t above = levelStarts[level - 1];
    uint64_t downArcs = 0, upArcs = 0;
    for (uint32_t e = start; e < end; e++) downArcs += inOffsets[nodes[e] + 1] - inOffsets[nodes[e]];
    for (uint32_t e = above; e < start; e++) upArcs += offsets[nodes[e] + 1] - offsets[nodes[e]];
    int isPushed = !withArcs && downArcs < upArcs;
    uint32_t count = 0;
    if (isPushed) {
      for (uint32_t e = start; e < end; e++) {
        uint32_t v = nodes[e];
        ROW row = front[v];
        for (uint32_t a = inOffsets[v]; a < inOffsets[v + 1]; a++) {
          uint32_t u = inTargets[a];
          touched[count] = u;
          count += !isTouched[u];
          isTouched[u] = 1;
          next[u] += row;
        }
      }
    }
    for (uint32_t e = above; e < start; e++) {
      uint32_t u = nodes[e];
      ROW sigma = rows[e], sum = zero;
      if (isPushed) {
        sum = next[u];
      } else if (withArcs) {
        ROW scaled = sigma * weight;
        for (uint32_t a = offsets[u]; a < offsets[u + 1]; a++) {
          ROW part = front[targets[a]];
          ROW product = part * scaled;
          sum += part;
          arcScores[a] += SUM(product);
        }
      } else {
        for (uint32_t a = offsets[u]; a < offsets[u + 1]; a++) sum += front[targets[a]];
      }
      ROW delta = sigma * sum;
      rows[e] = (ROW)((MASK)((delta + weights[u]) / sigma) & (sigma > zero));
      if (level > 1) {
        ROW product = delta * weight;
        scores[u] += SUM(product);
      }
    }
    for (uint32_t e = start; e < end; e++) front[nodes[e]] = zero;
    if (isPushed) {
      for (uint32_t t = 0; t < count; t++) {
        next[touched[t]] = zero;
        isTouched[touched[t]] = 0;
      }
    }
    if (level > 1) {
      for (uint32_t e = above; e < start; e++) front[nodes[e]] = rows[e];
    }
  }
  if (levels == 1) {
    for (uint32_t e = 0; e < entries; e++) front[nodes[e]] = zero;
  }
  double result = 0;
  for (int lane = 0; lane < 8; lane++) result = largest[lane] > result ? largest[lane] : result;
  return result;
}

