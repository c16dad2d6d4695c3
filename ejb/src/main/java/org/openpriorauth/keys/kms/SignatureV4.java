package org.openpriorauth.keys.kms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS's signature of a request (version 4), as far as a POST to the root of a service needs it. */
record SignatureV4(String region, String service, String accessKey, String secretKey) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DAY = 8;

  /** The value of X-Amz-Date, which must be among the signed headers. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /**
   * The value of the Authorization header.
   *
   * @param headers all that are signed, Host and X-Amz-Date among them
   */
  String authorization(SortedMap<String, String> headers, byte[] body) {
    SortedMap<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
    StringBuilder canonical = new StringBuilder("POST\n/\n\n");
    lower.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", lower.keySet());
    canonical.append('\n').append(names).append('\n').append(hash(body));
    String time = lower.get("x-amz-date");
    String scope = "%s/%s/%s/aws4_request".formatted(time.substring(0, DAY), region, service);
    byte[] request = canonical.toString().getBytes(StandardCharsets.UTF_8);
    String toSign = String.join("\n", ALGORITHM, time, scope, hash(request));
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/")) {
      key = mac(key, part);
    }
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ALGORITHM, accessKey, scope, names, hex(mac(key, toSign)));
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "SignatureV4[" + region + "/" + service + "]";
  }

  private static String hash(byte[] bytes) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks HmacSHA256.", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
