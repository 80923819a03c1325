/** Streams and threads that every layer of the embedded engine uses. */
package dev.dockline.embedded.io;
