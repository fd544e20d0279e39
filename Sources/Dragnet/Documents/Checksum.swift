internal import CLibMD

/// SHA-256 of the parts one after another, as 64 lower-case hexadecimal digits.
///
/// - SeeAlso: FIPS 180-4, computed by libmd.
func sha256(_ parts: [UInt8]...) -> String {
  var context = SHA2_CTX()
  unsafe SHA256Init(&context)
  for part in parts {
    unsafe part.withUnsafeBufferPointer { bytes in
      unsafe SHA256Update(&context, bytes.baseAddress, bytes.count)
    }
  }
  var digest = [UInt8](repeating: 0, count: 32)
  unsafe digest.withUnsafeMutableBufferPointer { bytes in
    unsafe SHA256Final(bytes.baseAddress, &context)
  }
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
