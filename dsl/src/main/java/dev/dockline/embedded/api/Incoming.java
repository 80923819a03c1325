package dev.dockline.embedded.api;

import java.io.InputStream;

/**
 * A request as it came, before its route is known.
 *
 * @param target the path with its version and its query
 * @param input what a connection sends that the request takes over, or null
 */
record Incoming(String method, String target, InputStream body, InputStream input) {}
