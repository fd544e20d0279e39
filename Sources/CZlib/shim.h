#pragma once
#include <string.h>
#include <zlib.h>

/// Starts unpacking a gzip or zlib stream: `inflateInit2` is a macro.
static inline int dragnet_inflate_start(z_stream *stream) {
  memset(stream, 0, sizeof(*stream));
  return inflateInit2(stream, 15 + 32);
}
