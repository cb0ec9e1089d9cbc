/** Detection against a second, naive implementation over complete sorted data, for random nights and random orders of arrival. */
package io.sanse.model.detect.exact;
