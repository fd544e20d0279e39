/// Shapes and lines to draw.
struct Diagram {}
