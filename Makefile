# IntegrationKit. A fresh Debian machine needs git, make and a Swift toolchain; each target installs what else it needs.

.PHONY: help run build test generate check bench torture clean

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## Build, then start the Meta integration with the local Graph sandbox
	@scripts/run

build: ## Build all products
	@scripts/install-system-packages build
	@swift build

test: ## Install what the tests need and run all of them
	@scripts/test

generate: ## Rewrite Generated/ from integration.yaml
	@scripts/install-system-packages build
	@swift run --quiet integration generate integration.yaml --output Generated

check: ## Check integration.yaml and that Generated/ is up to date
	@scripts/install-system-packages build
	@swift run --quiet integration check integration.yaml
	@swift run --quiet integration generate integration.yaml --output Generated --check

bench: ## Measure, side by side, what design promises (release build)
	@scripts/bench
	@scripts/bench-generator

torture: ## Kill, stop and restart servers under load: make torture MINUTES=10
	@MINUTES=$(MINUTES) scripts/torture

clean: ## Remove build products; the state in .integration/ stays
	@swift package clean
