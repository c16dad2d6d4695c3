package org.openpriorauth.language.view;

import java.math.BigDecimal;
import org.openpriorauth.language.LanguageModelService.ModelView;
import org.openpriorauth.language.LanguageModelService.Wanted;

/** What a person types about a language model. */
public class ModelForm {
  private String adapter;
  private String baseUrl;
  private String model;
  private String key;
  private Long monthlyTokens;
  private BigDecimal inputPrice;
  private BigDecimal outputPrice;
  private boolean agreement;

  public static ModelForm of(ModelView known) {
    ModelForm form = new ModelForm();
    form.adapter = known.adapter();
    form.baseUrl = known.baseUrl();
    form.model = known.model();
    form.monthlyTokens = known.monthlyTokens() == 0 ? null : known.monthlyTokens();
    form.inputPrice = priced(known.inputPrice());
    form.outputPrice = priced(known.outputPrice());
    return form;
  }

  private static BigDecimal priced(BigDecimal price) {
    return price.signum() == 0 ? null : price.stripTrailingZeros();
  }

  public Wanted wanted() {
    return new Wanted(
        adapter,
        given(baseUrl),
        given(model),
        given(key),
        monthlyTokens == null ? 0 : monthlyTokens,
        inputPrice,
        outputPrice,
        agreement);
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public String getAdapter() {
    return adapter;
  }

  public void setAdapter(String adapter) {
    this.adapter = adapter;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model;
  }

  /** Never shown. */
  public String getKey() {
    return null;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public Long getMonthlyTokens() {
    return monthlyTokens;
  }

  public void setMonthlyTokens(Long monthlyTokens) {
    this.monthlyTokens = monthlyTokens;
  }

  public BigDecimal getInputPrice() {
    return inputPrice;
  }

  public void setInputPrice(BigDecimal inputPrice) {
    this.inputPrice = inputPrice;
  }

  public BigDecimal getOutputPrice() {
    return outputPrice;
  }

  public void setOutputPrice(BigDecimal outputPrice) {
    this.outputPrice = outputPrice;
  }

  public boolean isAgreement() {
    return agreement;
  }

  public void setAgreement(boolean agreement) {
    this.agreement = agreement;
  }
}
