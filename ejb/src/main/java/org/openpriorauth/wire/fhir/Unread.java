package org.openpriorauth.wire.fhir;

import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.Set;
import java.util.TreeSet;

/** Remembers the names of what the library does not know and so leaves out; never a value. */
final class Unread extends LenientErrorHandler {
  private static final int MOST = 50;
  private static final int LONGEST = 60;

  private final Set<String> names = new TreeSet<>();

  Unread() {
    super(false);
    disableAllErrors();
  }

  Set<String> names() {
    return names;
  }

  @Override
  public void unknownElement(IParseLocation location, String name) {
    note(name);
  }

  @Override
  public void unknownAttribute(IParseLocation location, String name) {
    note(name);
  }

  @Override
  public void unexpectedRepeatingElement(IParseLocation location, String name) {
    note(name);
  }

  @Override
  public void incorrectJsonType(
      IParseLocation location,
      String name,
      ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType expected,
      ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType expectedScalar,
      ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType found,
      ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType foundScalar) {
    note(name);
  }

  private void note(String name) {
    if (names.size() < MOST && name != null) {
      names.add(name.length() <= LONGEST ? name : name.substring(0, LONGEST));
    }
  }
}
