internal import COneDNN

/// The engine of oneDNN, one for the process.
@safe enum OneDNN {
  /// The processor, as oneDNN sees it.
  nonisolated(unsafe) static let engine: dnnl_engine_t? = {
    var made: dnnl_engine_t?
    unsafe check(dnnl_engine_create(&made, dnnl_cpu, 0))
    return unsafe made
  }()

  /// Stops the program if oneDNN refuses what it must be able to do.
  static func check(_ status: dnnl_status_t, line: Int = #line) {
    precondition(status == dnnl_success, "oneDNN refuses a call (status \(status.rawValue))")
  }

  /// A description of a row-major or transposed matrix, or one in the order oneDNN likes best.
  static func matrix(
    _ rows: Int, _ columns: Int, _ type: dnnl_data_type_t, _ order: dnnl_format_tag_t
  ) -> dnnl_memory_desc_t {
    var made = dnnl_memory_desc_t()
    var shape = [Int64](repeating: 0, count: Int(DNNL_MAX_NDIMS))
    shape[0] = Int64(rows)
    shape[1] = Int64(columns)
    unsafe check(dnnl_memory_desc_init_by_tag(&made, 2, shape, type, order))
    return made
  }
}
