package org.openpriorauth.chart.s3;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 as a service recomputes it, from what came over the line. */
final class Signature {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/([^/]+)/s3/aws4_request), *"
              + "SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})");

  private final String accessKey;
  private final String secret;
  private final String region;

  Signature(String accessKey, String secret, String region) {
    this.accessKey = accessKey;
    this.secret = secret;
    this.region = region;
  }

  /** Whether the request was signed with our secret and came as it was signed. */
  boolean holds(HttpExchange exchange, byte[] body) {
    Matcher named =
        AUTHORIZATION.matcher(
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    if (!named.matches()
        || !named.group(1).equals(accessKey)
        || !named.group(3).equals(region)
        || !named.group(4).contains("host")) {
      return false;
    }
    String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    if (!hash.equals("UNSIGNED-PAYLOAD") && !hash.equals(hex(sha256(body)))) {
      return false;
    }
    String request = canonical(exchange, named.group(4), hash);
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            exchange.getRequestHeaders().getFirst("x-amz-date"),
            named.group(2),
            hex(sha256(request.getBytes(StandardCharsets.UTF_8))));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : named.group(2).split("/")) {
      key = hmac(key, part);
    }
    return hex(hmac(key, toSign)).equals(named.group(5));
  }

  private static String canonical(HttpExchange exchange, String signed, String hash) {
    String headers =
        Arrays.stream(signed.split(";"))
            .map(name -> name + ":" + value(exchange, name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        signed,
        hash);
  }

  private static String value(HttpExchange exchange, String name) {
    return String.join(",", exchange.getRequestHeaders().get(name)).strip().replaceAll(" +", " ");
  }

  private static String query(String raw) {
    if (raw == null) {
      return "";
    }
    Map<String, String> sorted = new TreeMap<>();
    for (String pair : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      sorted.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return sorted.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("&"));
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
