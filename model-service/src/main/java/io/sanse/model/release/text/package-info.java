/** What the texts and tables of versions say: read as they are written down, tested by their cases, asked for what the steps of their lives need to know. Blocks while it works. */
package io.sanse.model.release.text;
