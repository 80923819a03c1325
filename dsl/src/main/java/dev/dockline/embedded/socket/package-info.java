/**
 * The engine's API on a unix socket, for other programs and other languages. HTTP is read and written by Netty's codec, an
 * optional dependency; its own socket channels cannot close one half of a unix socket, so these are the JDK's. The answers
 * come from the same routes as in process.
 */
package dev.dockline.embedded.socket;
