/** JSON in and out, as Docker writes it. */
package dev.dockline.embedded.json;
