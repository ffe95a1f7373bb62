//! What both ends of a connection share: keys as identity, framed streams, limits.
