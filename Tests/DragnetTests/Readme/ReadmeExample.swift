import Dragnet
import DragnetDiagram
import DragnetText
import Foundation

/// The library example of README.md, line for line between the marks.
func readmeExample() throws {
  // example
  let loaded = DocumentLoader().load(["articles"])
  let investigation = Investigation(reader: try NeuralReader(), threads: 2)
  let (network, _) = investigation.network(from: loaded.documents)
  for place in try MeasuredNetwork(network).ranking(by: .betweenness).prefix(10) {
    print(place.rank, place.entity, place.score)
  }
  let map = try network.overviewDiagram(title: "The case").draw()
  try map.svg().write(toFile: "map.svg", atomically: true, encoding: .utf8)
  // end
}
