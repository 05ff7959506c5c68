//! Pieces of screens that talk to no server.
