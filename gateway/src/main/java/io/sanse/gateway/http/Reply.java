package io.sanse.gateway.http;

/**
 * What a call is answered with.
 *
 * @param status HTTP status
 * @param body record to be written as JSON, or null for none
 * @param etag entity tag in quotes, or null
 */
public record Reply(int status, Object body, String etag) {

    /** 200 with a body. */
    public static Reply ok(Object body) {
        return new Reply(200, body, null);
    }

    /** The same with an entity tag that stands for a version. */
    public Reply version(long version) {
        return new Reply(status, body, '"' + Long.toString(version) + '"');
    }
}
