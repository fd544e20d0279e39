import Foundation

extension Report {
  /// An image of the template's folder, by the address the template gives; nil for other addresses,
  /// other kinds of file, files outside the folder and those over 8 MB.
  func image(_ address: String) -> (type: String, bytes: Data)? {
    let types = [
      "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
      "webp": "image/webp", "svg": "image/svg+xml",
    ]
    guard let folder, !address.contains(":"), !address.hasPrefix("/"),
      let path = address.removingPercentEncoding
    else { return nil }
    let root = folder.standardizedFileURL.resolvingSymlinksInPath()
    let file = root.appendingPathComponent(path).standardizedFileURL.resolvingSymlinksInPath()
    let base = root.path.hasSuffix("/") ? root.path : root.path + "/"
    guard file.path.hasPrefix(base), let type = types[file.pathExtension.lowercased()],
      let size = (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize, size <= 8 << 20,
      let bytes = try? Data(contentsOf: file)
    else { return nil }
    return (type, bytes)
  }
}
