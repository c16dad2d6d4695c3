package org.openpriorauth.language.openai;

import org.openpriorauth.language.LanguageModel;
import org.openpriorauth.language.ModelHttp;

/** The adapter as the container makes it. */
public final class Made {
  private Made() {}

  public static LanguageModel of(ModelHttp http) {
    OpenAiModel model = new OpenAiModel();
    model.http = http;
    return model;
  }
}
