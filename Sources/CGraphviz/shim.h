#pragma once
#include <cgraph.h>
#include <gvc.h>
#include <stdlib.h>
#include <sys/resource.h>

/* What Swift cannot import: macros, `char *` parameters that are only read, and the fields behind
   the ND_, GD_ and ED_ macros. */

static inline Agraph_t *dragnet_gv_open(const char *name) {
  return agopen((char *)name, Agdirected, NULL);
}

static inline Agnode_t *dragnet_gv_node(Agraph_t *g, const char *name) {
  return agnode(g, (char *)name, 1);
}

static inline Agedge_t *dragnet_gv_edge(
    Agraph_t *g, Agnode_t *tail, Agnode_t *head, const char *key) {
  return agedge(g, tail, head, (char *)key, 1);
}

static inline Agraph_t *dragnet_gv_subgraph(Agraph_t *g, const char *name) {
  return agsubg(g, (char *)name, 1);
}

/* Declares an attribute with its default. `kind` is AGRAPH, AGNODE or AGEDGE. */
static inline void dragnet_gv_declare(
    Agraph_t *g, int kind, const char *name, const char *value) {
  agattr(g, kind, (char *)name, (char *)value);
}

/* Sets a declared attribute. With `markup` the value is an HTML-like label. */
static inline int dragnet_gv_set(void *object, const char *name, const char *value, int markup) {
  if (!markup) return agset(object, (char *)name, (char *)value);
  Agraph_t *g = agroot(object);
  char *label = agstrdup_html(g, (char *)value);
  int status = agset(object, (char *)name, label);
  agstrfree(g, label);
  return status;
}

/* Seeds both generators the layouts draw from, so that each drawing starts alike. */
static inline void dragnet_gv_seed(void) {
  srand(1);
  srand48(1);
}

/* Center in points, size in points. */
static inline void dragnet_gv_node_box(Agnode_t *n, double box[4]) {
  box[0] = ND_coord(n).x;
  box[1] = ND_coord(n).y;
  box[2] = ND_width(n) * 72;
  box[3] = ND_height(n) * 72;
}

/* The same for patchwork, which leaves ND_width and ND_height as they were asked for. */
static inline void dragnet_gv_tile_box(Agnode_t *n, double box[4]) {
  box[0] = ND_coord(n).x;
  box[1] = ND_coord(n).y;
  box[2] = ND_lw(n) + ND_rw(n);
  box[3] = ND_ht(n);
}

/* Lower left and upper right in points. */
static inline void dragnet_gv_graph_box(Agraph_t *g, double box[4]) {
  box[0] = GD_bb(g).LL.x;
  box[1] = GD_bb(g).LL.y;
  box[2] = GD_bb(g).UR.x;
  box[3] = GD_bb(g).UR.y;
}

/* Center and size of a cluster's label in points; 0 when it has none. */
static inline int dragnet_gv_label_box(Agraph_t *g, double box[4]) {
  textlabel_t *label = GD_label(g);
  if (!label || !label->set) return 0;
  box[0] = label->pos.x;
  box[1] = label->pos.y;
  box[2] = label->dimen.x;
  box[3] = label->dimen.y;
  return 1;
}

static inline const splines *dragnet_gv_edge_curve(Agedge_t *e) { return ED_spl(AGMKOUT(e)); }

/* Has the system end this process when it takes more; zero sets no limit. */
static inline int dragnet_gv_limit(int seconds, int megabytes) {
  struct rlimit time = {(rlim_t)seconds, (rlim_t)seconds + 1};
  struct rlimit memory = {(rlim_t)megabytes << 20, (rlim_t)megabytes << 20};
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (seconds > 0 && setrlimit(RLIMIT_CPU, &time) != 0) return -1;
  return megabytes > 0 ? setrlimit(RLIMIT_AS, &memory) : 0;
}
