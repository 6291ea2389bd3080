// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

extension Meta {
    /// The REST API in OpenAPI 3.1, as in `openapi.json`. Served at `/api/openapi.json`.
    static let openAPIDocument: String? = #"""
        {"openapi":"3.1.1",\#
        "info":{"title":"Meta","version":"1.0.0",\#
        "description":"WhatsApp, Messenger and Instagram for Skedyul through the Meta Graph API."},\#
        "servers":[{"url":"/","description":"The runtime that serves this document."}],\#
        "security":[{"token":[]}],"tags":[{"name":"Tools"},{"name":"Models"}],\#
        "paths":{\#
        "/api/{workplace}/tools":{"parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "get":{"operationId":"listTools","tags":["Tools"],"summary":"List tools",\#
        "responses":{\#
        "200":{"description":"Every tool with its schemas.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object","properties":{"items":{"type":"array","items":{"type":"object"}}},\#
        "required":["items"]}}}},"401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/tools/send_whatsapp":{"parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "post":{"operationId":"call.send_whatsapp","tags":["Tools"],"summary":"Send WhatsApp",\#
        "description":"Send a WhatsApp message to a subscriber",\#
        "parameters":[\#
        {"name":"Idempotency-Key","in":"header","schema":{"type":"string"},\#
        "description":"A call that is repeated with the same key is made once, and answered alike."}],\#
        "requestBody":{"required":true,\#
        "content":{\#
        "application/json":{"schema":{"$ref":"#/components/schemas/tools.send_whatsapp.input"}}}},\#
        "responses":{\#
        "200":{"description":"What the tool returned.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{"output":{"$ref":"#/components/schemas/tools.send_whatsapp.output"}},\#
        "required":["output"]}}}},"400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},\#
        "409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},\#
        "415":{"$ref":"#/components/responses/UnsupportedMediaType"},\#
        "422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"},\#
        "500":{"$ref":"#/components/responses/Failed"},"502":{"$ref":"#/components/responses/Rejected"},\#
        "503":{"$ref":"#/components/responses/Unavailable"},\#
        "504":{"$ref":"#/components/responses/TimedOut"}}}},\#
        "/api/{workplace}/tools/fetch_registered_wa_business_numbers":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "post":{"operationId":"call.fetch_registered_wa_business_numbers","tags":["Tools"],\#
        "summary":"Registered WhatsApp Numbers","description":"List phone numbers from the connected WABA",\#
        "parameters":[\#
        {"name":"Idempotency-Key","in":"header","schema":{"type":"string"},\#
        "description":"A call that is repeated with the same key is made once, and answered alike."}],\#
        "requestBody":{"required":true,\#
        "content":{\#
        "application/json":{\#
        "schema":{"$ref":"#/components/schemas/tools.fetch_registered_wa_business_numbers.input"}}}},\#
        "responses":{\#
        "200":{"description":"What the tool returned.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{\#
        "output":{"$ref":"#/components/schemas/tools.fetch_registered_wa_business_numbers.output"}},\#
        "required":["output"]}}}},"400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},\#
        "409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},\#
        "415":{"$ref":"#/components/responses/UnsupportedMediaType"},\#
        "422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"},\#
        "500":{"$ref":"#/components/responses/Failed"},"502":{"$ref":"#/components/responses/Rejected"},\#
        "503":{"$ref":"#/components/responses/Unavailable"},\#
        "504":{"$ref":"#/components/responses/TimedOut"}}}},\#
        "/api/{workplace}/tools/add_whatsapp_number":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "post":{"operationId":"call.add_whatsapp_number","tags":["Tools"],"summary":"Add WhatsApp Number",\#
        "description":"Add a WhatsApp number to the installation",\#
        "parameters":[\#
        {"name":"Idempotency-Key","in":"header","schema":{"type":"string"},\#
        "description":"A call that is repeated with the same key is made once, and answered alike."}],\#
        "requestBody":{"required":true,\#
        "content":{\#
        "application/json":{"schema":{"$ref":"#/components/schemas/tools.add_whatsapp_number.input"}}}},\#
        "responses":{\#
        "200":{"description":"What the tool returned.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{"output":{"$ref":"#/components/schemas/tools.add_whatsapp_number.output"}},\#
        "required":["output"]}}}},"400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},\#
        "409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},\#
        "415":{"$ref":"#/components/responses/UnsupportedMediaType"},\#
        "422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"},\#
        "500":{"$ref":"#/components/responses/Failed"},"502":{"$ref":"#/components/responses/Rejected"},\#
        "503":{"$ref":"#/components/responses/Unavailable"},\#
        "504":{"$ref":"#/components/responses/TimedOut"}}}},\#
        "/api/{workplace}/models/meta_connection":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "get":{"operationId":"list.meta_connection","tags":["Models"],"summary":"List Meta Connections",\#
        "description":"Top-level OAuth connection to Meta. One per installation.",\#
        "parameters":[\#
        {"name":"limit","in":"query","description":"How many at most.",\#
        "schema":{"type":"integer","minimum":1,"maximum":1000,"default":50}},\#
        {"name":"offset","in":"query","description":"How many are left out from the start.",\#
        "schema":{"type":"integer","minimum":0,"default":0}},\#
        {"name":"order","in":"query","style":"form","explode":false,\#
        "description":"Fields to order by; `-` before one is descending.",\#
        "schema":{"type":"array","items":{"type":"string"}}},\#
        {"name":"waba_id","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares WABA ID; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"business_name","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Business name; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"status","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Status; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"business_id","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Business ID; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"error","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Error; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"connected_at","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Connected at; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.value"}}],\#
        "responses":{\#
        "200":{"description":"Those that fit, in order.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{\#
        "items":{"type":"array","items":{"$ref":"#/components/schemas/models.meta_connection"}},\#
        "total":{"type":"integer","description":"How many there are without `limit` and `offset`."},\#
        "limit":{"type":"integer"},"offset":{"type":"integer"}},\#
        "required":["items","total","limit","offset"]}}}},\#
        "400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/meta_connection/{id}":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"},\#
        {"name":"id","in":"path","required":true,"schema":{"type":"string"},\#
        "description":"The instance's id."}],\#
        "get":{"operationId":"get.meta_connection","tags":["Models"],"summary":"Get one: Meta Connection",\#
        "responses":{\#
        "200":{"description":"The instance.",\#
        "content":{"application/json":{"schema":{"$ref":"#/components/schemas/models.meta_connection"}}}},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/whatsapp_phone_number":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "get":{"operationId":"list.whatsapp_phone_number","tags":["Models"],\#
        "summary":"List WhatsApp Phone Numbers",\#
        "description":"WhatsApp phone numbers from the connected WABA.",\#
        "parameters":[\#
        {"name":"limit","in":"query","description":"How many at most.",\#
        "schema":{"type":"integer","minimum":1,"maximum":1000,"default":50}},\#
        {"name":"offset","in":"query","description":"How many are left out from the start.",\#
        "schema":{"type":"integer","minimum":0,"default":0}},\#
        {"name":"order","in":"query","style":"form","explode":false,\#
        "description":"Fields to order by; `-` before one is descending.",\#
        "schema":{"type":"array","items":{"type":"string"}}},\#
        {"name":"phone","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Phone; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"phone_number_id","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Phone number ID; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"display_name","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Display name; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"quality_rating","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Quality rating; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"name","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Friendly name; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}}],\#
        "responses":{\#
        "200":{"description":"Those that fit, in order.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{\#
        "items":{"type":"array","items":{"$ref":"#/components/schemas/models.whatsapp_phone_number"}},\#
        "total":{"type":"integer","description":"How many there are without `limit` and `offset`."},\#
        "limit":{"type":"integer"},"offset":{"type":"integer"}},\#
        "required":["items","total","limit","offset"]}}}},\#
        "400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/whatsapp_phone_number/{id}":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"},\#
        {"name":"id","in":"path","required":true,"schema":{"type":"string"},\#
        "description":"The instance's id."}],\#
        "get":{"operationId":"get.whatsapp_phone_number","tags":["Models"],\#
        "summary":"Get one: WhatsApp Phone Number",\#
        "responses":{\#
        "200":{"description":"The instance.",\#
        "content":{\#
        "application/json":{"schema":{"$ref":"#/components/schemas/models.whatsapp_phone_number"}}}},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}},\#
        "patch":{"operationId":"update.whatsapp_phone_number","tags":["Models"],\#
        "summary":"Change one: WhatsApp Phone Number",\#
        "description":"Fields that are left out stay as they are.",\#
        "requestBody":{"required":true,\#
        "content":{\#
        "application/json":{\#
        "schema":{"$ref":"#/components/schemas/models.whatsapp_phone_number.changes"}}}},\#
        "responses":{\#
        "200":{"description":"The instance as it is now.",\#
        "content":{\#
        "application/json":{"schema":{"$ref":"#/components/schemas/models.whatsapp_phone_number"}}}},\#
        "400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},\#
        "413":{"$ref":"#/components/responses/TooLarge"},\#
        "415":{"$ref":"#/components/responses/UnsupportedMediaType"},\#
        "422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/facebook_page":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "get":{"operationId":"list.facebook_page","tags":["Models"],"summary":"List Facebook Pages",\#
        "description":"Connected Facebook Pages for Messenger.",\#
        "parameters":[\#
        {"name":"limit","in":"query","description":"How many at most.",\#
        "schema":{"type":"integer","minimum":1,"maximum":1000,"default":50}},\#
        {"name":"offset","in":"query","description":"How many are left out from the start.",\#
        "schema":{"type":"integer","minimum":0,"default":0}},\#
        {"name":"order","in":"query","style":"form","explode":false,\#
        "description":"Fields to order by; `-` before one is descending.",\#
        "schema":{"type":"array","items":{"type":"string"}}},\#
        {"name":"page_id","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Page ID; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"name","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Name; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"category","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Category; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}}],\#
        "responses":{\#
        "200":{"description":"Those that fit, in order.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/models.facebook_page"}},\#
        "total":{"type":"integer","description":"How many there are without `limit` and `offset`."},\#
        "limit":{"type":"integer"},"offset":{"type":"integer"}},\#
        "required":["items","total","limit","offset"]}}}},\#
        "400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/facebook_page/{id}":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"},\#
        {"name":"id","in":"path","required":true,"schema":{"type":"string"},\#
        "description":"The instance's id."}],\#
        "get":{"operationId":"get.facebook_page","tags":["Models"],"summary":"Get one: Facebook Page",\#
        "responses":{\#
        "200":{"description":"The instance.",\#
        "content":{"application/json":{"schema":{"$ref":"#/components/schemas/models.facebook_page"}}}},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/instagram_account":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"}],\#
        "get":{"operationId":"list.instagram_account","tags":["Models"],"summary":"List Instagram Accounts",\#
        "description":"Connected Instagram Business accounts.",\#
        "parameters":[\#
        {"name":"limit","in":"query","description":"How many at most.",\#
        "schema":{"type":"integer","minimum":1,"maximum":1000,"default":50}},\#
        {"name":"offset","in":"query","description":"How many are left out from the start.",\#
        "schema":{"type":"integer","minimum":0,"default":0}},\#
        {"name":"order","in":"query","style":"form","explode":false,\#
        "description":"Fields to order by; `-` before one is descending.",\#
        "schema":{"type":"array","items":{"type":"string"}}},\#
        {"name":"instagram_account_id","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Instagram account ID; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"username","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Username; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"name","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Name; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}},\#
        {"name":"profile_picture_url","in":"query","style":"deepObject","explode":true,\#
        "description":"Compares Profile picture URL; `IN` takes values between commas.",\#
        "schema":{"$ref":"#/components/schemas/comparisons.text"}}],\#
        "responses":{\#
        "200":{"description":"Those that fit, in order.",\#
        "content":{\#
        "application/json":{\#
        "schema":{"type":"object",\#
        "properties":{\#
        "items":{"type":"array","items":{"$ref":"#/components/schemas/models.instagram_account"}},\#
        "total":{"type":"integer","description":"How many there are without `limit` and `offset`."},\#
        "limit":{"type":"integer"},"offset":{"type":"integer"}},\#
        "required":["items","total","limit","offset"]}}}},\#
        "400":{"$ref":"#/components/responses/BadRequest"},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Invalid"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}},\#
        "/api/{workplace}/models/instagram_account/{id}":{\#
        "parameters":[{"$ref":"#/components/parameters/workplace"},\#
        {"name":"id","in":"path","required":true,"schema":{"type":"string"},\#
        "description":"The instance's id."}],\#
        "get":{"operationId":"get.instagram_account","tags":["Models"],\#
        "summary":"Get one: Instagram Account",\#
        "responses":{\#
        "200":{"description":"The instance.",\#
        "content":{"application/json":{"schema":{"$ref":"#/components/schemas/models.instagram_account"}}}},\#
        "401":{"$ref":"#/components/responses/Unauthorized"},\#
        "404":{"$ref":"#/components/responses/NotFound"},\#
        "429":{"$ref":"#/components/responses/TooManyRequests"}}}}},\#
        "components":{\#
        "securitySchemes":{\#
        "token":{"type":"http","scheme":"bearer",\#
        "description":"A token of the workplace; `token create` makes one."}},\#
        "parameters":{\#
        "workplace":{"name":"workplace","in":"path","required":true,"schema":{"type":"string"},\#
        "description":"The workplace's handle."}},\#
        "responses":{\#
        "BadRequest":{"description":"The request cannot be read.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Unauthorized":{"description":"There is no valid token.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Forbidden":{"description":"The caller may not do that.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "NotFound":{"description":"There is nothing here that the caller may see.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Conflict":{"description":"It does not fit what is there, or what is going on.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "TooLarge":{"description":"The body is too large.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "UnsupportedMediaType":{"description":"The body is not application/json.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Invalid":{"description":"Values do not fit; `field` and `detail` say which and why.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "TooManyRequests":{"description":"Too many requests; `Retry-After` says when to come again.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Failed":{"description":"The tool failed.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Rejected":{"description":"The provider refused.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "Unavailable":{"description":"The provider cannot be reached.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},\#
        "TimedOut":{"description":"The tool took too long.",\#
        "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}},\#
        "schemas":{\#
        "Problem":{"type":"object","description":"What went wrong (RFC 9457).",\#
        "properties":{"type":{"type":"string"},\#
        "title":{"type":"string","description":"What went wrong, in a sentence."},\#
        "status":{"type":"integer"},"detail":{"type":"string","description":"What to do about it."},\#
        "reference":{"type":"string","description":"Names this request in the logs."},\#
        "code":{"type":"string","description":"What programs may branch on."},"message":{"type":"string"},\#
        "field":{"type":"string","description":"The value that is wrong."},"advice":{"type":"string"},\#
        "retryAfterMs":{"type":"integer"},\#
        "providerReference":{"type":"string","description":"Names the request at the provider."}},\#
        "required":["type","title","status","reference"]},\#
        "tools.send_whatsapp.input":{"type":"object",\#
        "properties":{\#
        "channel":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"The channel's id"},\#
        "handle":{"type":"string","description":"The channel's handle in the manifest"},\#
        "identifierValue":{"type":"string","description":"What identifies the channel"}},\#
        "required":["id","handle","identifierValue"],"additionalProperties":false,\#
        "description":"The channel to send over"},\#
        "subscription":{"type":["object","null"],\#
        "properties":{"id":{"type":"string","description":"The subscription's id"},\#
        "identifierValue":{"type":"string","description":"The person's address"}},\#
        "required":["id","identifierValue"],"additionalProperties":false,\#
        "description":"The subscription that the message answers"},\#
        "contact":{"type":["object","null"],\#
        "properties":{"id":{"type":"string","description":"The contact's id"},\#
        "name":{"type":["string","null"],"description":"The contact's name"}},"required":["id"],\#
        "additionalProperties":false,"description":"The contact that the message is for"},\#
        "recipient":{"type":["object","null"],\#
        "properties":{"address":{"type":"string","description":"The address"},\#
        "name":{"type":["string","null"],"description":"The recipient's name"},\#
        "participantId":{"type":["string","null"],"description":"The participant's id"},\#
        "contactId":{"type":["string","null"],"description":"The contact's id"}},"required":["address"],\#
        "additionalProperties":false,"description":"Where the message goes"},\#
        "message":{"type":"object",\#
        "properties":{\#
        "id":{"type":"string","description":"The message's id; the key under which a send happens once"},\#
        "content":{"type":"string","description":"The text"},\#
        "contentRaw":{"type":["string","null"],"description":"The text with its markup"},\#
        "title":{"type":["string","null"],"description":"The subject"},\#
        "attachments":{"type":["array","null"],\#
        "items":{"type":"object",\#
        "properties":{"filename":{"type":"string","description":"The file's name"},\#
        "url":{"type":"string","description":"Where the file can be fetched"},\#
        "mimeType":{"type":"string","description":"The file's MIME type"},\#
        "size":{"type":"integer","description":"The file's size in bytes"}},\#
        "required":["filename","url","mimeType","size"],"additionalProperties":false},\#
        "description":"Files that go with the message"}},"required":["id","content"],\#
        "additionalProperties":false,"description":"The message itself"}},"required":["channel","message"],\#
        "additionalProperties":false},\#
        "tools.send_whatsapp.output":{"type":"object",\#
        "properties":{\#
        "status":{"type":"string","examples":["sent","queued","failed"],\#
        "description":"What became of the message"},\#
        "remoteId":{"type":["string","null"],"description":"The provider's id of the message"}},\#
        "required":["status"]},\#
        "tools.fetch_registered_wa_business_numbers.input":{"type":"object","additionalProperties":false},\#
        "tools.fetch_registered_wa_business_numbers.output":{"type":"object",\#
        "properties":{\#
        "items":{"type":"array",\#
        "items":{"type":"object",\#
        "properties":{"id":{"type":"string","description":"Graph API phone number ID"},\#
        "display_phone_number":{"type":"string","description":"Phone number (E.164 format)"},\#
        "verified_name":{"type":["string","null"],\#
        "description":"Business name that Meta has verified for the number"},\#
        "quality_rating":{"type":"string","examples":["GREEN","YELLOW","RED","UNKNOWN"],\#
        "description":"Meta quality rating"},\#
        "channel_id":{"type":["string","null"],\#
        "description":"Channel of this number once it has been added"}},\#
        "required":["id","display_phone_number","quality_rating"]}}},"required":["items"]},\#
        "tools.add_whatsapp_number.input":{"type":"object",\#
        "properties":{"phone_number_id":{"type":"string","description":"Meta phone number ID"},\#
        "name":{"type":["string","null"],"maxLength":80,\#
        "description":"Friendly name for the phone number"}},"required":["phone_number_id"],\#
        "additionalProperties":false},\#
        "tools.add_whatsapp_number.output":{"type":"object",\#
        "properties":{\#
        "id":{"type":"string","x-model":"whatsapp_phone_number","description":"The number's record"},\#
        "phone":{"type":"string","description":"Phone number (E.164 format)"}},"required":["id","phone"]},\#
        "models.meta_connection":{"type":"object","title":"Meta Connection",\#
        "properties":{\#
        "id":{"type":"string","x-model":"meta_connection","description":"Identifies the instance."},\#
        "waba_id":{"type":["string","null"],"description":"WhatsApp Business Account ID"},\#
        "business_name":{"type":["string","null"],"description":"Business name from Meta"},\#
        "status":{"type":"string","examples":["PENDING","CONNECTED","ERROR"],\#
        "description":"Connection status"},\#
        "business_id":{"type":["string","null"],"description":"Meta Business Portfolio ID"},\#
        "error":{"type":["string","null"],\#
        "description":"The last problem with the connection in plain words"},\#
        "connected_at":{"type":["string","null"],"format":"date-time",\#
        "description":"When the account was last connected"},\#
        "created_at":{"type":"string","format":"date-time","description":"When the instance was created."},\#
        "updated_at":{"type":"string","format":"date-time",\#
        "description":"When the instance was last changed."},\#
        "refreshed_at":{"type":"string","format":"date-time",\#
        "description":"When the app last wrote the instance."}},\#
        "required":["id","waba_id","business_name","status","business_id","error","connected_at",\#
        "created_at","updated_at","refreshed_at"]},\#
        "comparisons.text":{"type":"object",\#
        "properties":{"EQ":{"type":"string"},"NEQ":{"type":"string"},"GT":{"type":"string"},\#
        "GTE":{"type":"string"},"LT":{"type":"string"},"LTE":{"type":"string"},"IN":{"type":"string"},\#
        "CONTAINS":{"type":"string"}},"additionalProperties":false},\#
        "comparisons.value":{"type":"object",\#
        "properties":{"EQ":{"type":"string"},"NEQ":{"type":"string"},"GT":{"type":"string"},\#
        "GTE":{"type":"string"},"LT":{"type":"string"},"LTE":{"type":"string"},"IN":{"type":"string"}},\#
        "additionalProperties":false},\#
        "models.whatsapp_phone_number":{"type":"object","title":"WhatsApp Phone Number",\#
        "properties":{\#
        "id":{"type":"string","x-model":"whatsapp_phone_number","description":"Identifies the instance."},\#
        "phone":{"type":"string","description":"Phone number (E.164 format)"},\#
        "phone_number_id":{"type":"string","description":"Meta Graph API phone number ID"},\#
        "display_name":{"type":["string","null"],"description":"Display name from Meta"},\#
        "quality_rating":{"type":["string","null"],"examples":["GREEN","YELLOW","RED","UNKNOWN"],\#
        "description":"Meta quality rating"},\#
        "name":{"type":["string","null"],"description":"User-provided friendly name"},\#
        "created_at":{"type":"string","format":"date-time","description":"When the instance was created."},\#
        "updated_at":{"type":"string","format":"date-time",\#
        "description":"When the instance was last changed."},\#
        "refreshed_at":{"type":"string","format":"date-time",\#
        "description":"When the app last wrote the instance."}},\#
        "required":["id","phone","phone_number_id","display_name","quality_rating","name","created_at",\#
        "updated_at","refreshed_at"]},\#
        "models.whatsapp_phone_number.changes":{"type":"object",\#
        "properties":{\#
        "name":{"type":["string","null"],"maxLength":80,"description":"User-provided friendly name"}},\#
        "additionalProperties":false},\#
        "models.facebook_page":{"type":"object","title":"Facebook Page",\#
        "properties":{\#
        "id":{"type":"string","x-model":"facebook_page","description":"Identifies the instance."},\#
        "page_id":{"type":"string","description":"Meta Graph API Page ID"},\#
        "name":{"type":["string","null"],"description":"Page name"},\#
        "access_token":{"type":["string","null"],"examples":["<secret>"],\#
        "description":"Page-specific access token"},\#
        "category":{"type":["string","null"],"description":"Page category"},\#
        "created_at":{"type":"string","format":"date-time","description":"When the instance was created."},\#
        "updated_at":{"type":"string","format":"date-time",\#
        "description":"When the instance was last changed."},\#
        "refreshed_at":{"type":"string","format":"date-time",\#
        "description":"When the app last wrote the instance."}},\#
        "required":["id","page_id","name","access_token","category","created_at","updated_at",\#
        "refreshed_at"]},\#
        "models.instagram_account":{"type":"object","title":"Instagram Account",\#
        "properties":{\#
        "id":{"type":"string","x-model":"instagram_account","description":"Identifies the instance."},\#
        "instagram_account_id":{"type":"string","description":"Meta Graph API Instagram Account ID"},\#
        "username":{"type":["string","null"],"description":"Instagram username"},\#
        "name":{"type":["string","null"],"description":"Display name"},\#
        "profile_picture_url":{"type":["string","null"],"format":"uri","description":"Profile picture URL"},\#
        "created_at":{"type":"string","format":"date-time","description":"When the instance was created."},\#
        "updated_at":{"type":"string","format":"date-time",\#
        "description":"When the instance was last changed."},\#
        "refreshed_at":{"type":"string","format":"date-time",\#
        "description":"When the app last wrote the instance."}},\#
        "required":["id","instagram_account_id","username","name","profile_picture_url","created_at",\#
        "updated_at","refreshed_at"]}}}}
        """#
}
