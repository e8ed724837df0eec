SwaggerUIBundle({
  url: "/api-docs/openapi.json",
  dom_id: "#swagger",
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
});
