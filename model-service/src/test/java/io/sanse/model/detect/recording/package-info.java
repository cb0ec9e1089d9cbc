/** Models over other people's recordings, against what is known of them; skipped where there are none. */
package io.sanse.model.detect.recording;
