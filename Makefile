# `make map` and `make test` do all the set-up on a fresh Debian 12 machine with a Swift 6.3
# toolchain: they install the packages that are missing, build, and do their job.
SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE := $(SWIFT) build -c release --static-swift-stdlib
BIN := .build/release

.PHONY: map gallery test test-products memcheck bench format lint install packages toolchain dragnet

## map: read seeds/, write the network, the map, the rankings and the report to output/
map: dragnet
	$(BIN)/dragnet map seeds -o output

## gallery: draw every kind of figure, in three themes, of the worked case and the two invented ones
GALLERY ?= .build/gallery
gallery: dragnet
	scripts/gallery $(BIN)/dragnet $(GALLERY)

## test: run every test
test: packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

## test-products: run the tests of the neural reader's products as on older processors
test-products: packages
	$(SWIFT) build --build-tests
	@for isa in SSE41 AVX2 AVX512_CORE; do \
	  echo "DNNL_MAX_CPU_ISA=$$isa"; \
	  DNNL_MAX_CPU_ISA=$$isa $(SWIFT) test --skip-build --filter KernelTests || exit 1; \
	done

## memcheck: draw every kind of figure with every layout and format under valgrind
memcheck: dragnet
	scripts/memcheck $(BIN)/dragnet seeds

## bench: time the measures, the reading and the drawing; docs/benchmarks.md holds what this printed
bench: packages
	$(RELEASE) --product dragnet-bench
	$(BIN)/dragnet-bench case seeds
	$(BIN)/dragnet-bench diagram seeds
	@for measure in betweenness closeness eigenvector pagerank kcore clustering constraint leiden; do \
	  printf '%-12s ' $$measure; \
	  $(BIN)/dragnet-bench graph Tests/DragnetGraphTests/Fixtures/noordin.tsv \
	    --measure $$measure --repeats 9; \
	done

## format: lay out the sources as .swift-format says
format: toolchain
	$(SWIFT) format -i -r Package.swift Sources Tests

## lint: check the layout of the sources
lint: toolchain
	$(SWIFT) format lint --strict -r Package.swift Sources Tests

## install: put the program, its resources and its completions under PREFIX
install: dragnet
	scripts/install "$(BIN)" "$(DESTDIR)$(PREFIX)"

dragnet: packages
	$(RELEASE) --product dragnet
	$(RELEASE) --product dragnet-draw

packages: toolchain
	@scripts/install-packages

toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "make: '$(SWIFT)' is not on the PATH; install the Swift 6.3 toolchain for Debian 12 from swift.org" >&2; \
	  exit 1; }
