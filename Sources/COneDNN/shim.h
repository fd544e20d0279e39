#pragma once
#include <dnnl.h>

/// Of OpenMP, on which oneDNN runs: how many threads work for calls that this thread makes.
extern void omp_set_num_threads(int count);
