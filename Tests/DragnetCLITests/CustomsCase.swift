/// Four short texts of an invented case, with page furniture and values that differ.
enum CustomsCase {
  static let files: [(name: String, text: String)] = [
    (
      "courier.txt",
      """
      Portsea Courier
      Customs chief arrested over harbour bribes
      By Lena Brandt
      12 March 2022

      Portuguese police arrested Rui Almada, the head of the customs office in Leixoes, on Friday.
      Prosecutors accused Mr Almada of taking 40,000 euros from Blue Heron Shipping.
      Police seized 12 containers during a raid on a warehouse in Porto.
      “We have waited for this for two years,” said Ines Falcao, a spokeswoman for the ministry.

      Read more: Ten beaches to see this summer
      Follow us on social media
      """
    ),
    (
      "ledger.txt",
      """
      The Harbour Ledger
      Police raid warehouse in Porto
      13 March 2022

      Police in Portugal raided a warehouse in Porto and arrested Rui Almada, a customs official.
      Officers seized 14 containers, according to the Portsea Courier.
      Blue Heron Shipping denied that it paid Almada.
      Ines Falcao met the ambassador of Norway in Lisbon.
      """
    ),
    (
      "wire.txt",
      """
      Shipping firm under investigation

      Portugal's judicial police are investigating Blue Heron Shipping, which is based in Bergen, Norway.
      Its director, Erik Solheim, allegedly paid Rui Almada 40,000 euros in 2021.
      Six Norwegians were detained on 11 March 2022.
      """
    ),
    (
      "weekly.txt",
      """
      Harbour Weekly: what we know so far

      Rui Almada led the customs office in Leixoes for nine years.
      Police arrested seven Norwegians who worked for Blue Heron Shipping.
      Norway's foreign ministry visited the detained men in Lisbon.
      """
    ),
  ]
}

extension Program {
  /// Writes the case into a folder.
  func writeCase(into name: String = "articles") throws {
    for file in CustomsCase.files { try write("\(name)/\(file.name)", file.text) }
  }
}
