# Shorthands; each is one command you can type yourself.

# What a change must pass, as CI runs it.
check:
    .ci/run

# A hub and three associations on this machine.
demo:
    cargo run -- demo

# The house rules alone: seconds.
tidy:
    cargo test -p tawro-tests --test tidy

# Known faults and licences of what we build on (needs cargo-deny).
deny:
    cargo deny check

# What syncing costs between two devices and a hub, in bytes and time.
bench-sync *ARGS:
    cargo bench -p tawro-tests --bench sync -- {{ARGS}}
