#pragma once
#include <cgraph.h>
#include <gvc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* What Swift cannot import: macros, `char *` parameters that are only read, and the fields behind
   the ND_, GD_ and ED_ macros. */

/* Names and their numbers. Graphviz's own numbers are the addresses of names, and it visits subgraphs
   in their order: another in every run. These are given in the order in which names come up. */
struct dragnet_gv_names {
  Agraph_t *graph;
  char **names; /* by number, from 1; NULL for what has no name */
  size_t count, room;
  size_t *slots; /* numbers by hash of name; 0 where free */
  size_t slotCount;
};

static inline void *dragnet_gv_names_open(Agraph_t *g, Agdisc_t *disc) {
  (void)disc;
  struct dragnet_gv_names *all = calloc(1, sizeof *all);
  if (all) all->graph = g;
  return all;
}

/* The slot of a name, taken or free (FNV-1a, with linear probing). */
static inline size_t *dragnet_gv_names_slot(struct dragnet_gv_names *all, const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t place = hash & (all->slotCount - 1);
  while (all->slots[place] && strcmp(all->names[all->slots[place]], name))
    place = (place + 1) & (all->slotCount - 1);
  return all->slots + place;
}

static inline int dragnet_gv_names_grow(struct dragnet_gv_names *all) {
  size_t room = all->room ? 2 * all->room : 256;
  char **names = realloc(all->names, room * sizeof *names);
  if (!names) return 0;
  all->names = names;
  all->room = room;
  size_t *slots = calloc(2 * room, sizeof *slots);
  if (!slots) return 0;
  free(all->slots);
  all->slots = slots;
  all->slotCount = 2 * room;
  for (size_t number = 1; number <= all->count; number++)
    if (names[number]) *dragnet_gv_names_slot(all, names[number]) = number;
  return 1;
}

static inline long dragnet_gv_names_map(
    void *state, int kind, char *name, IDTYPE *number, int creates) {
  (void)kind;
  struct dragnet_gv_names *all = state;
  if (name && all->slotCount) {
    size_t known = *dragnet_gv_names_slot(all, name);
    if (known) {
      *number = known;
      return 1;
    }
  }
  if (!creates) return 0;
  if (all->count + 1 >= all->room && !dragnet_gv_names_grow(all)) return 0;
  /* From the graph's own table, which it frees: its writer looks at a mark in front of the text. */
  char *copy = name ? agstrdup(all->graph, name) : NULL;
  if (name && !copy) return 0;
  all->names[++all->count] = copy;
  if (copy) *dragnet_gv_names_slot(all, copy) = all->count;
  *number = all->count;
  return 1;
}

/* Nobody asks for a number of their own. */
static inline long dragnet_gv_names_allocate(void *state, int kind, IDTYPE number) {
  (void)state, (void)kind, (void)number;
  return 0;
}

/* Numbers are not given twice. */
static inline void dragnet_gv_names_release(void *state, int kind, IDTYPE number) {
  (void)state, (void)kind, (void)number;
}

static inline char *dragnet_gv_names_print(void *state, int kind, IDTYPE number) {
  (void)kind;
  struct dragnet_gv_names *all = state;
  return number >= 1 && number <= all->count ? all->names[number] : NULL;
}

static inline void dragnet_gv_names_register(void *state, int kind, void *object) {
  (void)state, (void)kind, (void)object;
}

static inline void dragnet_gv_names_close(void *state) {
  struct dragnet_gv_names *all = state;
  free(all->names);
  free(all->slots);
  free(all);
}

static inline Agraph_t *dragnet_gv_open(const char *name) {
  static Agiddisc_t names = {
      dragnet_gv_names_open,     dragnet_gv_names_map,   dragnet_gv_names_allocate,
      dragnet_gv_names_release,  dragnet_gv_names_print, dragnet_gv_names_close,
      dragnet_gv_names_register,
  };
  static Agdisc_t rules;
  rules.mem = &AgMemDisc;
  rules.id = &names;
  rules.io = &AgIoDisc;
  return agopen((char *)name, Agdirected, &rules);
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
