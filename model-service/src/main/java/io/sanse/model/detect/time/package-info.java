/** The clocks of feeds: what "when" means to a model. Pure. */
package io.sanse.model.detect.time;
