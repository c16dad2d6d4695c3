package org.openpriorauth.wire.fhir;

/**
 * Bundles to be posted, as JSON. Each call gives fresh GUIDs: a text that may have to be sent again
 * is kept and sent as it is, so that the payer knows it (PAS, "absence of reliable messaging").
 */
public final class PasBundles {
  /** The text of a request without its documents is shorter than this, for most. */
  private static final int START = 16_384;

  private PasBundles() {}

  /** A request for {@code Claim/$submit}, bare (spec-11). */
  public static String request(PasRequest request) {
    long size = START;
    for (PasRequest.Document document : request.documents()) {
      size += 1024 + (document.content().length + 2L) / 3 * 4;
    }
    return FhirText.write(
        new RequestBundle(request).build(), (int) Math.min(size, Integer.MAX_VALUE - 64));
  }

  /** A query by example for {@code Claim/$inquire}. */
  public static String inquiry(PasInquiry inquiry) {
    return FhirText.write(new InquiryBundle(inquiry).build(), START);
  }
}
