// swift-tools-version: 6.2
import PackageDescription

/// Every target is checked for memory safety: an unsafe expression says `unsafe`.
let strict: [SwiftSetting] = [.strictMemorySafety()]

let package = Package(
  name: "dragnet",
  products: [
    .library(name: "DragnetText", targets: ["DragnetText"]),
    .library(name: "DragnetGraph", targets: ["DragnetGraph"]),
    .library(name: "DragnetDiagram", targets: ["DragnetDiagram"]),
    .library(name: "Dragnet", targets: ["Dragnet"]),
    .executable(name: "dragnet", targets: ["DragnetCLI"]),
    .executable(name: "dragnet-draw", targets: ["dragnet-draw"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "CNeuralKernels"),
    .target(
      name: "DragnetText", dependencies: ["COneDNN", "CNeuralKernels"],
      resources: [.copy("Resources")], swiftSettings: strict),
    .target(name: "CGraphKernels"),
    .target(
      name: "DragnetGraph", dependencies: ["CZlib", "CGraphKernels"], swiftSettings: strict),
    .target(name: "DragnetDiagram", dependencies: ["CGraphviz"], swiftSettings: strict),
    .target(
      name: "Dragnet",
      dependencies: [
        "DragnetText", "DragnetGraph", "DragnetDiagram", "CCMark", "CLibMD", "CLibXML2", "CLibZip",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DragnetCLI",
      dependencies: [
        "Dragnet",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "dragnet-draw", dependencies: ["DragnetDiagram", "CGraphviz"], swiftSettings: strict),
    .executableTarget(
      name: "dragnet-bench",
      dependencies: [
        "Dragnet", "DragnetGraph",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DragnetTextTests", dependencies: ["DragnetText", "TestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "DragnetGraphTests", dependencies: ["DragnetGraph", "TestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "DragnetDiagramTests",
      dependencies: ["DragnetDiagram", "CGraphviz", "dragnet-draw", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DragnetTests", dependencies: ["Dragnet", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DragnetCLITests", dependencies: ["DragnetCLI", "Dragnet", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
