package io.sanse.gateway.http;

/**
 * What a call is answered with.
 *
 * @param status HTTP status
 * @param body record to be written as JSON, or null for none
 * @param etag entity tag in quotes, or null
 * @param location path of what was made, or null
 */
public record Reply(int status, Object body, String etag, String location) {
    public Reply(int status, Object body, String etag) {
        this(status, body, etag, null);
    }

    /** 202 with a body and the path at which the work that was begun can be watched. */
    public static Reply accepted(Object body, String location) {
        return new Reply(202, body, null, location);
    }

    /** 200 with a body. */
    public static Reply ok(Object body) {
        return new Reply(200, body, null);
    }

    /** The same with an entity tag that stands for a version. */
    public Reply version(long version) {
        return new Reply(status, body, '"' + Long.toString(version) + '"', location);
    }
}
