package io.sanse.standalone.issuer;

import java.util.List;

/**
 * Claims of an access token (RFC 7519, RFC 9068).
 *
 * @param iss issuer
 * @param aud audience
 * @param sub user
 * @param iat issued, seconds since 1970
 * @param exp ends, seconds since 1970
 * @param roles role names
 * @param department department id, or null
 * @param areas prefixes of division codes
 */
record Claims(
        String iss,
        String aud,
        String sub,
        long iat,
        long exp,
        List<String> roles,
        String department,
        List<String> areas) {}
