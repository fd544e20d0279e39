import ArgumentParser
import Dragnet

@main struct DragnetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragnet", abstract: "Maps who did what to whom in news articles.")
}
