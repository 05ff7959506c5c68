# Huiyin 回音. `make run` and `make test` are the two commands to know; CONTRIBUTING.md tells of the others.
.DEFAULT_GOAL := build
.PHONY: setup setup-build setup-test build native browser site run test native-tests site-beside test-long sim bench e2e e2e-screens api-tester \
	lint lint-native lint-browser rules-alone size
SHELL := /bin/bash

# One selection of packages for every native command, so that cargo builds the world once.
NATIVE := --release --workspace --exclude huiyin-frontend --exclude huiyin-field
# The browser's two programs are built one after the other: together cargo would give both the features of each. In a folder
# of their own, so that they need not wait for a native build.
WASM_TARGET := --target wasm32-unknown-unknown --profile wasm --target-dir target/browser
WASM := --lib $(WASM_TARGET)
HUIYIN := target/release/huiyin
# Where `make run` keeps its data, and where it listens. The program reads the same names.
export HUIYIN_DATA ?= ./data
export HUIYIN_LISTEN ?= 127.0.0.1:3000
export CHROMIUM ?= /usr/bin/chromium
export CARGO_TERM_COLOR ?= auto

# ---- What has to be there ------------------------------------------------------------------------------------------

setup: setup-build setup-test

setup-build: frontend/node_modules/.installed
	@bash .ci/tools.sh build
	@rustup toolchain install >/dev/null

setup-test: end2end/node_modules/.installed
	@bash .ci/tools.sh test

%/node_modules/.installed: %/package-lock.json
	@bash .ci/tools.sh node
	npm ci --prefix $* --no-audit --no-fund --loglevel=error
	@touch $@

target/api-tester/.installed: end2end/api/requirements.txt
	@bash .ci/tools.sh python
	@rm -rf target/api-tester && python3 -m venv target/api-tester
	target/api-tester/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# ---- Build ---------------------------------------------------------------------------------------------------------

build: setup-build native browser site

native:
	cargo build $(NATIVE) --bins

browser:
	cargo build -p huiyin-field $(WASM)
	cargo build -p huiyin-frontend $(WASM)

# Does nothing if nothing changed. Prints what a phone must load first, and fails if that is too much.
site: frontend/node_modules/.installed
	@target/release/huiyin-pipeline

# ---- Run -----------------------------------------------------------------------------------------------------------

run: build $(HUIYIN_DATA)/sign-in.txt
	@cat $(HUIYIN_DATA)/sign-in.txt
	@exec $(HUIYIN) serve

# The demonstration county, made aside and moved into place when complete. An existing folder is never touched.
$(HUIYIN_DATA)/sign-in.txt:
	@if [ -e "$(HUIYIN_DATA)/huiyin.db" ]; then touch "$@"; else \
		rm -rf "$(HUIYIN_DATA).new" && mkdir -p "$(HUIYIN_DATA).new" && \
		HUIYIN_DATA="$(HUIYIN_DATA).new" $(HUIYIN) seed-demo > "$(HUIYIN_DATA).new/sign-in.txt" && \
		mv "$(HUIYIN_DATA).new" "$(HUIYIN_DATA)"; \
	fi

# First load of the public home, as a browser gets it from the real program.
size: build end2end/node_modules/.installed
	@node end2end/size.mjs

# ---- Test ----------------------------------------------------------------------------------------------------------

# A browser's program is linked and made small on one core: what the native tests leave of the other.
test: setup lint rules-alone
	@$(MAKE) --no-print-directory -j2 native-tests site-beside
	@$(MAKE) --no-print-directory e2e

native-tests:
	cargo test $(NATIVE)

site-beside: browser
	@$(MAKE) --no-print-directory native site

lint: setup-build
	cargo fmt --all --check
	@$(MAKE) --no-print-directory -j2 lint-native lint-browser

lint-native:
	cargo clippy $(NATIVE) --all-targets -- -D warnings

lint-browser:
	cargo clippy -p huiyin-field $(WASM) -- -D warnings
	cargo clippy -p huiyin-frontend $(WASM) -- -D warnings

# The rules compile for a browser by themselves and pull in nothing that touches the world.
rules-alone:
	cargo build -p huiyin-domain $(WASM_TARGET)
	@bash .ci/rules-alone.sh

e2e: end2end/node_modules/.installed
	cd end2end && npx playwright test --project=phone-and-desk

# Requests made up from the description of the interface, as one person of each role.
api-tester: end2end/node_modules/.installed target/api-tester/.installed
	@node end2end/api/tester.mjs

# Pictures of the main screens in every theme, both languages and three widths: end2end/.out/screens.
e2e-screens: end2end/node_modules/.installed
	cd end2end && npx playwright test --project=screens

# Random histories only, more of them: cases against the rules, phones against a model of the server and the real one.
sim: setup-build
	PROPTEST_CASES=$${PROPTEST_CASES:-4096} cargo test --release -p huiyin-domain --test rules
	HUIYIN_SIM_SEEDS=$${HUIYIN_SIM_SEEDS:-20000} cargo test --release -p huiyin-domain --test queue_simulation
	HUIYIN_SERVER_SIM_SEEDS=$${HUIYIN_SERVER_SIM_SEEDS:-500} cargo test $(NATIVE) --test simulation

test-long: test sim api-tester e2e-screens

# What the sync API takes in, on both databases, beside the database alone, and what the desk's pages cost. Tables for
# docs/performance.md.
bench: setup
	ulimit -n 8192 && cargo bench --workspace --exclude huiyin-frontend --exclude huiyin-field --bench ingest --bench desk
	$(MAKE) --no-print-directory native browser site
	cd end2end && npx playwright test --config bench.config.ts
