import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs jobs on several threads and commits what they give in the order of the jobs, so that sums of
/// floating point come out with the same bits for any number of threads.
///
/// - Parameter worker: called once on each thread; what it returns runs one job and keeps its scratch
///   memory to itself.
/// - Parameter commit: adds what a job gave to the state, one job at a time, in order.
/// - Throws: `cancelled` when the progress handler says so.
func inOrder<State: Sendable, Partial: Sendable>(
  jobs: Int, threads: Int?, progress: ProgressHandler?, initial: State,
  worker: @escaping @Sendable () -> (Int) -> Partial,
  commit: @escaping @Sendable (inout State, Int, Partial) -> Void
) throws(GraphError) -> State {
  let threads = max(1, min(threads ?? processorCount, jobs))
  let sum = Mutex(OrderedSum<State, Partial>(state: initial))
  let nextJob = Atomic(0)
  let committed = Atomic(0)
  let isCancelled = Atomic(false)
  let work: @Sendable (Int) -> Void = { _ in
    let run = worker()
    while true {
      let job = nextJob.wrappingAdd(1, ordering: .relaxed).oldValue
      if job >= jobs { return }
      // A slow job must not let the others pile up what they give.
      while job - committed.load(ordering: .acquiring) > 4 * threads { sched_yield() }
      if isCancelled.load(ordering: .relaxed) {
        committed.store(jobs, ordering: .releasing)
        return
      }
      let partial = run(job)
      sum.withLock { sum in
        sum.waiting[job] = partial
        let before = sum.done
        while let partial = sum.waiting.removeValue(forKey: sum.done) {
          commit(&sum.state, sum.done, partial)
          sum.done += 1
        }
        guard sum.done > before else { return }
        if let progress, !isCancelled.load(ordering: .relaxed),
          !progress(Double(sum.done) / Double(jobs))
        {
          isCancelled.store(true, ordering: .relaxed)
        }
        committed.store(sum.done, ordering: .releasing)
      }
    }
  }
  if threads == 1 {
    work(0)
  } else {
    DispatchQueue.concurrentPerform(iterations: threads, execute: work)
  }
  if isCancelled.load(ordering: .relaxed) { throw .cancelled }
  return sum.withLock { $0.state }
}

private struct OrderedSum<State: Sendable, Partial: Sendable>: Sendable {
  var state: State
  var waiting: [Int: Partial] = [:]
  var done = 0

  init(state: State) { self.state = state }
}

/// Number of processors this process may use.
private var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
