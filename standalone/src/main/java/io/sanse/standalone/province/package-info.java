/**
 * The reference simulator of the provincial platform: implements the other side of {@code docs/exchange.md} from that page alone, shares no code with alert-service, and
 * keeps what it has in one append-only file, so that it may be away for a day.
 */
package io.sanse.standalone.province;
