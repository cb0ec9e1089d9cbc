/** Models against second, naive implementations over complete sorted data, for random feeds whose observations come late, repeated, in another order and between restarts. */
package io.sanse.model.detect.oracle;
