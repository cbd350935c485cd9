# Building: the npm packages, the static files, the programs. Sourced; needs settings, progress.

# Two bin/ scripts must not build in the same folder at once.
lock_build() {
    mkdir -p "$build"
    exec {build_lock}>"$build/.lock"
    flock -n "$build_lock" ||
        at_work "waiting for another build in this folder to end" flock "$build_lock"
}
unlock_build() { exec {build_lock}>&-; }

install_npm_packages() {
    local stamp=$build/.npm-installed
    [[ -f package.json ]] || return 0
    if [[ -d node_modules ]] && cmp -s package-lock.json "$stamp"; then return; fi
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    at_work "installing npm packages" npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$stamp"
}

build_static_files() {
    [[ -f static/build.mjs ]] || return 0
    if [[ -f $build/assets/assets.json ]] &&
        [[ ! $(find static package-lock.json -newer "$build/assets/assets.json" -print -quit) ]]; then
        return
    fi
    at_work "building the static files" node static/build.mjs
}

build_programs() { # PRESET TARGET…
    local preset=$1
    shift
    if [[ ! -f $build/$preset/build.ninja || CMakePresets.json -nt $build/$preset/build.ninja ]]; then
        at_work "configuring the $preset build" cmake --preset "$preset" -Wno-dev
    fi
    export NINJA_STATUS="    [%f/%t, %e s] "
    at_work "building the programs ($preset)" ninja -C "$build/$preset" "$@"
}
