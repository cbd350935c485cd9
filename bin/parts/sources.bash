# The files of the repository by kind: those that git knows or would take in. Sourced.

source_files() { # PATTERN…
    git -c safe.directory='*' ls-files -co --exclude-standard --deduplicate -- "$@" | while IFS= read -r file; do
        if [[ -f $file ]]; then printf '%s\n' "$file"; fi
    done
}
cpp_files() { source_files '*.cpp' '*.h'; }
