// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

extension Meta {
    /// `openapi.json`: the REST API in OpenAPI 3.1. Served at `/api/openapi.json`.
    static let openAPIDocument: String? = #"""
{
  "openapi": "3.1.1",
  "info": {
    "title": "Meta",
    "version": "1.0.0",
    "description": "WhatsApp, Messenger and Instagram for Skedyul through the Meta Graph API."
  },
  "servers": [
    {
      "url": "/",
      "description": "The runtime that serves this document."
    }
  ],
  "security": [
    {
      "token": []
    }
  ],
  "tags": [
    {
      "name": "Tools"
    },
    {
      "name": "Models"
    }
  ],
  "paths": {
    "/api/{workplace}/tools": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "listTools",
        "tags": ["Tools"],
        "summary": "List tools",
        "responses": {
          "200": {
            "description": "Every tool with its schemas.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object"
                      }
                    }
                  },
                  "required": ["items"]
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/tools/send_whatsapp": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.send_whatsapp",
        "tags": ["Tools"],
        "summary": "Send WhatsApp",
        "description": "Send a WhatsApp message to a subscriber",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.send_whatsapp.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.send_whatsapp.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/send_whatsapp_batch": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.send_whatsapp_batch",
        "tags": ["Tools"],
        "summary": "Send WhatsApp to many",
        "description": "Send messages to up to 1000 people at once: taken as a whole or not at all, and sent as fast as the limits of the number allow. With a template each recipient has values of their own; without one the rendered bodies are sent as texts.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.send_whatsapp_batch.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.send_whatsapp_batch.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/get_whatsapp_batch_status": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.get_whatsapp_batch_status",
        "tags": ["Tools"],
        "summary": "State of a batch",
        "description": "How the messages of a batch fare; each counts in one of the states",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.get_whatsapp_batch_status.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.get_whatsapp_batch_status.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/start_whatsapp_batch": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.start_whatsapp_batch",
        "tags": ["Tools"],
        "summary": "Send to many",
        "description": "Send a template to a list of people, one a line",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.start_whatsapp_batch.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.start_whatsapp_batch.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_message_batch": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_message_batch",
        "tags": ["Tools"],
        "summary": "Batch",
        "description": "How many messages of a batch are in which state",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_message_batch.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_message_batch.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_batch_messages": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_batch_messages",
        "tags": ["Tools"],
        "summary": "Messages of a batch",
        "description": "How each message of a batch fares",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_batch_messages.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_batch_messages.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_registered_wa_business_numbers": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_registered_wa_business_numbers",
        "tags": ["Tools"],
        "summary": "Registered WhatsApp Numbers",
        "description": "List phone numbers from the connected WABA",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_registered_wa_business_numbers.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_registered_wa_business_numbers.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/add_whatsapp_number": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.add_whatsapp_number",
        "tags": ["Tools"],
        "summary": "Add WhatsApp Number",
        "description": "Add a WhatsApp number to the installation",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.add_whatsapp_number.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.add_whatsapp_number.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/send_messenger": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.send_messenger",
        "tags": ["Tools"],
        "summary": "Send Messenger",
        "description": "Send a Messenger message to somebody who wrote to a page",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.send_messenger.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.send_messenger.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/send_instagram": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.send_instagram",
        "tags": ["Tools"],
        "summary": "Send Instagram",
        "description": "Send an Instagram direct message to somebody who wrote first",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.send_instagram.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.send_instagram.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/show_presence": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.show_presence",
        "tags": ["Tools"],
        "summary": "Show presence",
        "description": "Show the counterpart that their message was read, or that an answer is being written",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.show_presence.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/react_to_message": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.react_to_message",
        "tags": ["Tools"],
        "summary": "React",
        "description": "Put an emoji on a message, or take it back",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.react_to_message.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_whatsapp_template_offers": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_whatsapp_template_offers",
        "tags": ["Tools"],
        "summary": "Templates to send",
        "description": "List the approved templates that have nothing to fill in but their text",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_whatsapp_template_offers.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_whatsapp_template_offers.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/upload_attachment": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.upload_attachment",
        "tags": ["Tools"],
        "summary": "Upload attachment",
        "description": "Upload a file for a message over WhatsApp or Messenger",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.upload_attachment.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.upload_attachment.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/upload_whatsapp_media": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.upload_whatsapp_media",
        "tags": ["Tools"],
        "summary": "Upload to WhatsApp",
        "description": "Upload a file for messages of a number; good for 30 days",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.upload_whatsapp_media.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.upload_whatsapp_media.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_connection": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_connection",
        "tags": ["Tools"],
        "summary": "Connection",
        "description": "What Meta says now about the connection of this workplace",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_connection.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_connection.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_whatsapp_accounts": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_whatsapp_accounts",
        "tags": ["Tools"],
        "summary": "WhatsApp accounts",
        "description": "List the WhatsApp Business Accounts of all businesses of the connected person",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_whatsapp_accounts.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_whatsapp_accounts.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/choose_whatsapp_account": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.choose_whatsapp_account",
        "tags": ["Tools"],
        "summary": "Use account",
        "description": "Use another WhatsApp Business Account in this workplace",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.choose_whatsapp_account.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/refresh_whatsapp_numbers": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.refresh_whatsapp_numbers",
        "tags": ["Tools"],
        "summary": "Refresh",
        "description": "Ask Meta for the state of all added numbers",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.refresh_whatsapp_numbers.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/remove_whatsapp_number": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.remove_whatsapp_number",
        "tags": ["Tools"],
        "summary": "Remove number",
        "description": "Remove a WhatsApp number from this workplace; at Meta it stays as it is",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.remove_whatsapp_number.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/request_number_code": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.request_number_code",
        "tags": ["Tools"],
        "summary": "Send code",
        "description": "Have Meta send a confirmation code to a number",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.request_number_code.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/verify_number_code": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.verify_number_code",
        "tags": ["Tools"],
        "summary": "Confirm",
        "description": "Confirm a number with the code that it got",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.verify_number_code.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/register_number": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.register_number",
        "tags": ["Tools"],
        "summary": "Register",
        "description": "Register a confirmed number for sending, with its six-digit PIN",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.register_number.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_whatsapp_profile": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_whatsapp_profile",
        "tags": ["Tools"],
        "summary": "Profile",
        "description": "Show what a WhatsApp number says of its business",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_whatsapp_profile.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_whatsapp_profile.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/update_whatsapp_profile": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.update_whatsapp_profile",
        "tags": ["Tools"],
        "summary": "Change profile",
        "description": "Change what a WhatsApp number says of its business; what is left out stays",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.update_whatsapp_profile.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/block_whatsapp_person": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.block_whatsapp_person",
        "tags": ["Tools"],
        "summary": "Block",
        "description": "Stop hearing somebody on a WhatsApp number who wrote to it within the last 24 hours",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.block_whatsapp_person.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/unblock_whatsapp_person": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.unblock_whatsapp_person",
        "tags": ["Tools"],
        "summary": "Unblock",
        "description": "Hear somebody on a WhatsApp number again",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.unblock_whatsapp_person.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_blocked_whatsapp_people": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_blocked_whatsapp_people",
        "tags": ["Tools"],
        "summary": "Blocked people",
        "description": "List who is blocked on a WhatsApp number, at most 1,000 of them",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_blocked_whatsapp_people.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_blocked_whatsapp_people.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_whatsapp_groups": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_whatsapp_groups",
        "tags": ["Tools"],
        "summary": "WhatsApp groups",
        "description": "List the WhatsApp groups of the workplace's numbers, as they are known here",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_whatsapp_groups.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_whatsapp_groups.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/create_whatsapp_group": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.create_whatsapp_group",
        "tags": ["Tools"],
        "summary": "Create group",
        "description": "Have WhatsApp make a group of a number; people join it by its invite link, which comes when it is made",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.create_whatsapp_group.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.create_whatsapp_group.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/refresh_whatsapp_groups": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.refresh_whatsapp_groups",
        "tags": ["Tools"],
        "summary": "Fetch groups",
        "description": "Ask Meta for the groups of all added numbers, and for all about a hundred of them, those first that were asked about longest ago",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.refresh_whatsapp_groups.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.refresh_whatsapp_groups.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/refresh_whatsapp_group": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.refresh_whatsapp_group",
        "tags": ["Tools"],
        "summary": "Refresh",
        "description": "Ask Meta for all about one group",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.refresh_whatsapp_group.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/change_whatsapp_group": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.change_whatsapp_group",
        "tags": ["Tools"],
        "summary": "Change group",
        "description": "Give a group another subject or description; WhatsApp tells when it is done",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.change_whatsapp_group.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/delete_whatsapp_group": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.delete_whatsapp_group",
        "tags": ["Tools"],
        "summary": "Delete group",
        "description": "Delete a group at WhatsApp, for everybody in it",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.delete_whatsapp_group.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/forget_whatsapp_group": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.forget_whatsapp_group",
        "tags": ["Tools"],
        "summary": "Take off the list",
        "description": "Take a group that is deleted, or could not be made, off the list; its conversation stays",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.forget_whatsapp_group.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_group_invite_link": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_group_invite_link",
        "tags": ["Tools"],
        "summary": "Invite link",
        "description": "The link by which people join a group",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_group_invite_link.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_group_invite_link.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/reset_group_invite_link": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.reset_group_invite_link",
        "tags": ["Tools"],
        "summary": "Reset link",
        "description": "Make another invite link for a group; the one before works no longer",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.reset_group_invite_link.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.reset_group_invite_link.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_group_participants": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_group_participants",
        "tags": ["Tools"],
        "summary": "Participants",
        "description": "List who is in a group, as it is known here",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_group_participants.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_group_participants.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/remove_group_participants": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.remove_group_participants",
        "tags": ["Tools"],
        "summary": "Remove participants",
        "description": "Remove up to eight people from a group; WhatsApp tells when it is done",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.remove_group_participants.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_group_join_requests": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_group_join_requests",
        "tags": ["Tools"],
        "summary": "Join requests",
        "description": "List who asks to come into a group",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_group_join_requests.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_group_join_requests.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/approve_group_join_requests": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.approve_group_join_requests",
        "tags": ["Tools"],
        "summary": "Let in",
        "description": "Let people into a group who asked; each request succeeds or fails for itself",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.approve_group_join_requests.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.approve_group_join_requests.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/reject_group_join_requests": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.reject_group_join_requests",
        "tags": ["Tools"],
        "summary": "Turn away",
        "description": "Turn people away who asked to come into a group; each request succeeds or fails for itself",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.reject_group_join_requests.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.reject_group_join_requests.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_pages": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_pages",
        "tags": ["Tools"],
        "summary": "Pages",
        "description": "List the Facebook Pages that the connected person manages",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_pages.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_pages.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/add_facebook_page": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.add_facebook_page",
        "tags": ["Tools"],
        "summary": "Add page",
        "description": "Add a Facebook Page, and have its Messenger messages sent here",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.add_facebook_page.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.add_facebook_page.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/remove_facebook_page": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.remove_facebook_page",
        "tags": ["Tools"],
        "summary": "Remove page",
        "description": "Remove a Facebook Page; its messages stop to come",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.remove_facebook_page.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/fetch_instagram_accounts": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.fetch_instagram_accounts",
        "tags": ["Tools"],
        "summary": "Instagram accounts",
        "description": "List the professional Instagram accounts of the person's pages",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.fetch_instagram_accounts.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.fetch_instagram_accounts.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/add_instagram_account": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.add_instagram_account",
        "tags": ["Tools"],
        "summary": "Add account",
        "description": "Add an Instagram account, and have its direct messages sent here",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.add_instagram_account.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.add_instagram_account.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/remove_instagram_account": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.remove_instagram_account",
        "tags": ["Tools"],
        "summary": "Remove account",
        "description": "Remove an Instagram account from this workplace",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.remove_instagram_account.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/list_message_templates": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.list_message_templates",
        "tags": ["Tools"],
        "summary": "Refresh templates",
        "description": "Fetch all templates of the connected WhatsApp account",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.list_message_templates.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.list_message_templates.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/create_message_template": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.create_message_template",
        "tags": ["Tools"],
        "summary": "Create template",
        "description": "Hand a template in for Meta's approval",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.create_message_template.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.create_message_template.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/delete_message_template": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.delete_message_template",
        "tags": ["Tools"],
        "summary": "Delete template",
        "description": "Delete a template at Meta, in all of its languages",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.delete_message_template.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "type": "null"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/tools/preview_message_template": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "post": {
        "operationId": "call.preview_message_template",
        "tags": ["Tools"],
        "summary": "Preview template",
        "description": "Show how a template reads with its variables filled in",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "description": "A call that is repeated with the same key is made once, and answered alike."
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/tools.preview_message_template.input"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the tool returned.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "output": {
                      "$ref": "#/components/schemas/tools.preview_message_template.output"
                    }
                  },
                  "required": ["output"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/Failed"
          },
          "502": {
            "$ref": "#/components/responses/Rejected"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          },
          "504": {
            "$ref": "#/components/responses/TimedOut"
          }
        }
      }
    },
    "/api/{workplace}/models/meta_connection": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.meta_connection",
        "tags": ["Models"],
        "summary": "List Meta Connections",
        "description": "Top-level OAuth connection to Meta. One per installation.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "waba_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares WABA ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "business_name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Business name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "status",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Status; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "business_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Business ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "error",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Error; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "connected_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Connected at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "user_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares User ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "missing_scopes",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Missing scopes; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "token_expires_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Token expires at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "data_access_expires_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Data access expires at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "account_notice",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Account notice; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "review_status",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Review status; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "messaging_limit",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Messaging limit; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.meta_connection"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/meta_connection/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.meta_connection",
        "tags": ["Models"],
        "summary": "Get one: Meta Connection",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.meta_connection"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/whatsapp_phone_number": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.whatsapp_phone_number",
        "tags": ["Models"],
        "summary": "List WhatsApp Phone Numbers",
        "description": "WhatsApp phone numbers from the connected WABA.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "phone",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Phone; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "phone_number_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Phone number ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "waba_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares WABA ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "display_name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Display name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "quality_rating",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Quality rating; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "status",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Status; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "name_status",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Display name review; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "verification",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Verification; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "throughput",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Throughput; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "messaging_limit",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Messaging limit; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "notice",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Notice; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Friendly name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.whatsapp_phone_number"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/whatsapp_phone_number/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.whatsapp_phone_number",
        "tags": ["Models"],
        "summary": "Get one: WhatsApp Phone Number",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.whatsapp_phone_number"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      },
      "patch": {
        "operationId": "update.whatsapp_phone_number",
        "tags": ["Models"],
        "summary": "Change one: WhatsApp Phone Number",
        "description": "Fields that are left out stay as they are.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/models.whatsapp_phone_number.changes"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.whatsapp_phone_number"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/whatsapp_group": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.whatsapp_group",
        "tags": ["Models"],
        "summary": "List WhatsApp Groups",
        "description": "Groups of WhatsApp that a number of the workplace has made.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "reference",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Reference; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "group_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Group ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "phone_number_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Phone number ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "phone",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Number; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "subject",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Subject; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "description",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Description; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "status",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Status; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "join_approval",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Joining; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "invite_link",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Invite link; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "participant_count",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Participants; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "made_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Made on; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "notice",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Notice; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "read_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Read at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "subject_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Subject at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "description_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Description at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "status_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Status at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Friendly name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.whatsapp_group"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/whatsapp_group/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.whatsapp_group",
        "tags": ["Models"],
        "summary": "Get one: WhatsApp Group",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.whatsapp_group"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      },
      "patch": {
        "operationId": "update.whatsapp_group",
        "tags": ["Models"],
        "summary": "Change one: WhatsApp Group",
        "description": "Fields that are left out stay as they are.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/models.whatsapp_group.changes"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.whatsapp_group"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/whatsapp_group_participant": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.whatsapp_group_participant",
        "tags": ["Models"],
        "summary": "List Group participants",
        "description": "People who are, or were, in a group.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "address",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Address; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "is_member",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Is member; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "changed_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Changed at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "group",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Group; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.whatsapp_group_participant"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/whatsapp_group_participant/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.whatsapp_group_participant",
        "tags": ["Models"],
        "summary": "Get one: Group participant",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.whatsapp_group_participant"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/facebook_page": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.facebook_page",
        "tags": ["Models"],
        "summary": "List Facebook Pages",
        "description": "Connected Facebook Pages for Messenger.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "page_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Page ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "category",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Category; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "subscription",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Subscription; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "notice",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Notice; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.facebook_page"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/facebook_page/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.facebook_page",
        "tags": ["Models"],
        "summary": "Get one: Facebook Page",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.facebook_page"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/page_comment": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.page_comment",
        "tags": ["Models"],
        "summary": "List Comments",
        "description": "Comments on posts of pages and Instagram accounts that can still be answered in private.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "comment_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Comment ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "account_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Account ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "person_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Person ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "text",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Text; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "commented_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Commented at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "answered_at",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Answered at; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.page_comment"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/page_comment/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.page_comment",
        "tags": ["Models"],
        "summary": "Get one: Comment",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.page_comment"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/instagram_account": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.instagram_account",
        "tags": ["Models"],
        "summary": "List Instagram Accounts",
        "description": "Connected Instagram Business accounts.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "instagram_account_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Instagram account ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "username",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Username; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "profile_picture_url",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Profile picture URL; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "page_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Page ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.instagram_account"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/instagram_account/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.instagram_account",
        "tags": ["Models"],
        "summary": "Get one: Instagram Account",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.instagram_account"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/message_batch": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.message_batch",
        "tags": ["Models"],
        "summary": "List Batches",
        "description": "Messages to many people that were sent at once.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "reference",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Reference; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "what",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares What; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "channel_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Channel ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "total",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Total; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.value"
            }
          },
          {
            "name": "digest",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Digest; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "message_ids",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Message IDs; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.list"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.message_batch"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/message_batch/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.message_batch",
        "tags": ["Models"],
        "summary": "Get one: Batch",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.message_batch"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/message_template": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        }
      ],
      "get": {
        "operationId": "list.message_template",
        "tags": ["Models"],
        "summary": "List Message Templates",
        "description": "WhatsApp templates of the connected account, as Meta last told.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "description": "How many are left out from the start.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "order",
            "in": "query",
            "style": "form",
            "explode": false,
            "description": "Fields to order by; `-` before one is descending.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "template_id",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Template ID; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "name",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Name; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "language",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Language; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "status",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Status; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "category",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Category; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "quality",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Quality; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "text",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Text; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          },
          {
            "name": "reason",
            "in": "query",
            "style": "deepObject",
            "explode": true,
            "description": "Compares Reason; `IN` takes values between commas.",
            "schema": {
              "$ref": "#/components/schemas/comparisons.text"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that fit, in order.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/models.message_template"
                      }
                    },
                    "total": {
                      "type": "integer",
                      "description": "How many there are without `limit` and `offset`."
                    },
                    "limit": {
                      "type": "integer"
                    },
                    "offset": {
                      "type": "integer"
                    }
                  },
                  "required": ["items", "total", "limit", "offset"]
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/api/{workplace}/models/message_template/{id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/workplace"
        },
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          },
          "description": "The instance's id."
        }
      ],
      "get": {
        "operationId": "get.message_template",
        "tags": ["Models"],
        "summary": "Get one: Message Template",
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/models.message_template"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of the workplace; `token create` makes one."
      }
    },
    "parameters": {
      "workplace": {
        "name": "workplace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        },
        "description": "The workplace's handle."
      }
    },
    "responses": {
      "BadRequest": {
        "description": "The request cannot be read.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Unauthorized": {
        "description": "There is no valid token.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Forbidden": {
        "description": "The caller may not do that.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "NotFound": {
        "description": "There is nothing here that the caller may see.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Conflict": {
        "description": "It does not fit what is there, or what is going on.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "TooLarge": {
        "description": "The body is too large.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "UnsupportedMediaType": {
        "description": "The body is not application/json.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Invalid": {
        "description": "Values do not fit; `field` and `detail` say which and why.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "TooManyRequests": {
        "description": "Too many requests; `Retry-After` says when to come again.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Failed": {
        "description": "The tool failed.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Rejected": {
        "description": "The provider refused.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "Unavailable": {
        "description": "The provider cannot be reached.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      },
      "TimedOut": {
        "description": "The tool took too long.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            }
          }
        }
      }
    },
    "schemas": {
      "Problem": {
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "properties": {
          "type": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "What went wrong, in a sentence."
          },
          "status": {
            "type": "integer"
          },
          "detail": {
            "type": "string",
            "description": "What to do about it."
          },
          "reference": {
            "type": "string",
            "description": "Names this request in the logs."
          },
          "code": {
            "type": "string",
            "description": "What programs may branch on."
          },
          "message": {
            "type": "string"
          },
          "field": {
            "type": "string",
            "description": "The value that is wrong."
          },
          "advice": {
            "type": "string"
          },
          "retryAfterMs": {
            "type": "integer"
          },
          "providerReference": {
            "type": "string",
            "description": "Names the request at the provider."
          }
        },
        "required": ["type", "title", "status", "reference"]
      },
      "tools.send_whatsapp.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "subscription": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The subscription's id"
              },
              "identifierValue": {
                "type": "string",
                "description": "The person's address"
              }
            },
            "required": ["id", "identifierValue"],
            "additionalProperties": false,
            "description": "The subscription that the message answers"
          },
          "contact": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The contact's id"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The contact's name"
              }
            },
            "required": ["id"],
            "additionalProperties": false,
            "description": "The contact that the message is for"
          },
          "recipient": {
            "type": ["object", "null"],
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Where the message goes"
          },
          "message": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The message's id; the key under which a send happens once"
              },
              "content": {
                "type": "string",
                "description": "The text"
              },
              "contentRaw": {
                "type": ["string", "null"],
                "description": "The text with its markup"
              },
              "title": {
                "type": ["string", "null"],
                "description": "The subject"
              },
              "attachments": {
                "type": ["array", "null"],
                "items": {
                  "type": "object",
                  "properties": {
                    "filename": {
                      "type": "string",
                      "description": "The file's name"
                    },
                    "url": {
                      "type": "string",
                      "description": "Where the file can be fetched"
                    },
                    "mimeType": {
                      "type": "string",
                      "description": "The file's MIME type"
                    },
                    "size": {
                      "type": "integer",
                      "description": "The file's size in bytes"
                    },
                    "fileId": {
                      "type": ["string", "null"],
                      "description": "The file as the platform keeps it"
                    },
                    "reference": {
                      "type": ["string", "null"],
                      "description": "The provider's id of the file once it has been handed over"
                    }
                  },
                  "required": ["filename", "url", "mimeType", "size"],
                  "additionalProperties": false
                },
                "description": "Files that go with the message"
              }
            },
            "required": ["id", "content"],
            "additionalProperties": false,
            "description": "The message itself"
          },
          "rich": {
            "anyOf": [
              {
                "type": "object",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "image"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "video"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "audio"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "voice": {
                        "type": "boolean",
                        "description": "Whether it is shown as a voice message",
                        "default": false
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A sound."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "document"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "sticker"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "location"
                      },
                      "latitude": {
                        "type": "number",
                        "description": "In degrees"
                      },
                      "longitude": {
                        "type": "number",
                        "description": "In degrees"
                      },
                      "name": {
                        "type": ["string", "null"],
                        "description": "What it is called"
                      },
                      "address": {
                        "type": ["string", "null"],
                        "description": "Where it is, in words"
                      }
                    },
                    "required": ["type", "latitude", "longitude"],
                    "additionalProperties": false,
                    "description": "A place."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "contacts"
                      },
                      "contacts": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "name": {
                              "type": "string",
                              "description": "Name of the person"
                            },
                            "phones": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              },
                              "description": "Phone numbers",
                              "default": []
                            },
                            "emails": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              },
                              "description": "E-mail addresses",
                              "default": []
                            },
                            "company": {
                              "type": ["string", "null"],
                              "description": "Company of the person"
                            }
                          },
                          "required": ["name"],
                          "additionalProperties": false
                        },
                        "description": "The cards"
                      }
                    },
                    "required": ["type", "contacts"],
                    "additionalProperties": false,
                    "description": "Cards of an address book."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "reaction"
                      },
                      "message_id": {
                        "type": "string",
                        "description": "Meta's id of the message"
                      },
                      "emoji": {
                        "type": ["string", "null"],
                        "description": "One emoji; without it the reaction is taken back"
                      }
                    },
                    "required": ["type", "message_id"],
                    "additionalProperties": false,
                    "description": "An emoji on a message."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "buttons"
                      },
                      "header": {
                        "type": ["string", "null"],
                        "description": "A text above"
                      },
                      "header_file": {
                        "type": ["object", "null"],
                        "properties": {
                          "kind": {
                            "type": "string",
                            "enum": ["IMAGE", "VIDEO", "DOCUMENT"],
                            "description": "What it is"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["kind"],
                        "additionalProperties": false,
                        "description": "A picture, film or document above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "id": {
                              "type": "string",
                              "description": "Comes back with the answer"
                            },
                            "title": {
                              "type": "string",
                              "description": "What is on it"
                            },
                            "description": {
                              "type": ["string", "null"],
                              "description": "A second line, of rows only"
                            }
                          },
                          "required": ["id", "title"],
                          "additionalProperties": false
                        },
                        "description": "The buttons"
                      }
                    },
                    "required": ["type", "buttons"],
                    "additionalProperties": false,
                    "description": "A text with one to three buttons."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "list"
                      },
                      "header": {
                        "type": ["string", "null"],
                        "description": "A text above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "button": {
                        "type": "string",
                        "description": "What opens the list"
                      },
                      "sections": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": ["string", "null"],
                              "description": "Heading; needed when there are several"
                            },
                            "rows": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "properties": {
                                  "id": {
                                    "type": "string",
                                    "description": "Comes back with the answer"
                                  },
                                  "title": {
                                    "type": "string",
                                    "description": "What is on it"
                                  },
                                  "description": {
                                    "type": ["string", "null"],
                                    "description": "A second line, of rows only"
                                  }
                                },
                                "required": ["id", "title"],
                                "additionalProperties": false
                              },
                              "description": "Its rows"
                            }
                          },
                          "required": ["rows"],
                          "additionalProperties": false
                        },
                        "description": "The parts of the list"
                      }
                    },
                    "required": ["type", "button", "sections"],
                    "additionalProperties": false,
                    "description": "A text with a list to choose from."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "link"
                      },
                      "header": {
                        "type": ["string", "null"],
                        "description": "A text above"
                      },
                      "header_file": {
                        "type": ["object", "null"],
                        "properties": {
                          "kind": {
                            "type": "string",
                            "enum": ["IMAGE", "VIDEO", "DOCUMENT"],
                            "description": "What it is"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["kind"],
                        "additionalProperties": false,
                        "description": "A picture, film or document above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "title": {
                        "type": "string",
                        "description": "What is on the button"
                      },
                      "url": {
                        "type": "string",
                        "description": "What it opens"
                      }
                    },
                    "required": ["type", "title", "url"],
                    "additionalProperties": false,
                    "description": "A text with a button that opens an address."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "location_request"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "flow"
                      },
                      "flow_id": {
                        "type": "string",
                        "description": "Id of the flow"
                      },
                      "button": {
                        "type": "string",
                        "description": "What opens it"
                      },
                      "token": {
                        "type": ["string", "null"],
                        "description": "Comes back with the answers"
                      },
                      "screen": {
                        "type": ["string", "null"],
                        "description": "The first screen"
                      },
                      "data": {
                        "type": ["object", "null"],
                        "description": "What the first screen is given"
                      }
                    },
                    "required": ["type", "flow_id", "button"],
                    "additionalProperties": false,
                    "description": "A form that was made in Meta's tools."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "product"
                      },
                      "catalog_id": {
                        "type": "string",
                        "description": "Id of the catalogue"
                      },
                      "product_id": {
                        "type": "string",
                        "description": "Id of the product there"
                      }
                    },
                    "required": ["type", "catalog_id", "product_id"],
                    "additionalProperties": false,
                    "description": "A product of a catalogue."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "products"
                      },
                      "header": {
                        "type": "string",
                        "description": "A text above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "catalog_id": {
                        "type": "string",
                        "description": "Id of the catalogue"
                      },
                      "sections": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string",
                              "description": "The heading"
                            },
                            "product_ids": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              },
                              "description": "Ids of the products"
                            }
                          },
                          "required": ["title", "product_ids"],
                          "additionalProperties": false
                        },
                        "description": "The products"
                      }
                    },
                    "required": ["type", "header", "catalog_id", "sections"],
                    "additionalProperties": false,
                    "description": "Products of a catalogue to choose from."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "catalog"
                      },
                      "product_id": {
                        "type": ["string", "null"],
                        "description": "The product that it is shown by"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A whole catalogue."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "carousel"
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": ["IMAGE", "VIDEO"],
                              "description": "What it shows; the same in all cards",
                              "default": "IMAGE"
                            },
                            "media_url": {
                              "type": "string",
                              "description": "https address of the picture or film"
                            },
                            "text": {
                              "type": ["string", "null"],
                              "description": "A text below"
                            },
                            "title": {
                              "type": "string",
                              "description": "What is on the button"
                            },
                            "url": {
                              "type": "string",
                              "description": "What it opens"
                            }
                          },
                          "required": ["media_url", "title", "url"],
                          "additionalProperties": false
                        },
                        "description": "Two to ten cards"
                      }
                    },
                    "required": ["type", "cards"],
                    "additionalProperties": false,
                    "description": "Pictures or films side by side, each with a link."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "address_request"
                      },
                      "country": {
                        "type": "string",
                        "description": "Where: IN or SG"
                      },
                      "prefill": {
                        "type": ["object", "null"],
                        "description": "What the form is filled in with"
                      },
                      "saved": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "id": {
                              "type": "string",
                              "description": "Comes back with the answer"
                            },
                            "address": {
                              "type": "object",
                              "description": "The address, by field"
                            }
                          },
                          "required": ["id", "address"],
                          "additionalProperties": false
                        },
                        "description": "Addresses to choose from",
                        "default": []
                      },
                      "problems": {
                        "type": ["object", "null"],
                        "description": "What was wrong with an address that they sent before, by field"
                      }
                    },
                    "required": ["type", "country"],
                    "additionalProperties": false,
                    "description": "A form for a postal address."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "call_permission_request"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "call"
                      },
                      "title": {
                        "type": ["string", "null"],
                        "description": "What is on the button; without it WhatsApp's own words"
                      },
                      "minutes": {
                        "type": ["integer", "null"],
                        "description": "How long it can be pressed; seven days without it"
                      },
                      "payload": {
                        "type": ["string", "null"],
                        "description": "Comes back with the call"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A button that calls the business over WhatsApp."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "contact_request"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "template"
                      },
                      "name": {
                        "type": "string",
                        "description": "Name of the template"
                      },
                      "language": {
                        "type": "string",
                        "description": "Its language, en_GB"
                      },
                      "header": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "text"
                                },
                                "text": {
                                  "type": "string",
                                  "description": "The text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "text"],
                              "additionalProperties": false,
                              "description": "A text."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "currency"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text, where it cannot be written otherwise"
                                },
                                "code": {
                                  "type": "string",
                                  "pattern": "^[A-Z]{3}$",
                                  "description": "ISO 4217"
                                },
                                "amount": {
                                  "type": "integer",
                                  "description": "In thousandths"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback", "code", "amount"],
                              "additionalProperties": false,
                              "description": "An amount of money."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "date_time"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback"],
                              "additionalProperties": false,
                              "description": "A date or a time."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "image"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "video"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "document"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "location"
                                },
                                "latitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "longitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "What it is called"
                                },
                                "address": {
                                  "type": ["string", "null"],
                                  "description": "Where it is, in words"
                                }
                              },
                              "required": ["type", "latitude", "longitude"],
                              "additionalProperties": false,
                              "description": "A place."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "product"
                                },
                                "product_id": {
                                  "type": "string",
                                  "description": "Id of the product"
                                },
                                "catalog_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of the catalogue"
                                }
                              },
                              "required": ["type", "product_id"],
                              "additionalProperties": false,
                              "description": "A product."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "group"
                                },
                                "group_id": {
                                  "type": "string",
                                  "description": "Id of the group"
                                }
                              },
                              "required": ["type", "group_id"],
                              "additionalProperties": false,
                              "description": "A group that people are invited to."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "For the header",
                        "default": []
                      },
                      "body": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "text"
                                },
                                "text": {
                                  "type": "string",
                                  "description": "The text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "text"],
                              "additionalProperties": false,
                              "description": "A text."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "currency"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text, where it cannot be written otherwise"
                                },
                                "code": {
                                  "type": "string",
                                  "pattern": "^[A-Z]{3}$",
                                  "description": "ISO 4217"
                                },
                                "amount": {
                                  "type": "integer",
                                  "description": "In thousandths"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback", "code", "amount"],
                              "additionalProperties": false,
                              "description": "An amount of money."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "date_time"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback"],
                              "additionalProperties": false,
                              "description": "A date or a time."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "image"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "video"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "document"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "location"
                                },
                                "latitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "longitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "What it is called"
                                },
                                "address": {
                                  "type": ["string", "null"],
                                  "description": "Where it is, in words"
                                }
                              },
                              "required": ["type", "latitude", "longitude"],
                              "additionalProperties": false,
                              "description": "A place."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "product"
                                },
                                "product_id": {
                                  "type": "string",
                                  "description": "Id of the product"
                                },
                                "catalog_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of the catalogue"
                                }
                              },
                              "required": ["type", "product_id"],
                              "additionalProperties": false,
                              "description": "A product."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "group"
                                },
                                "group_id": {
                                  "type": "string",
                                  "description": "Id of the group"
                                }
                              },
                              "required": ["type", "group_id"],
                              "additionalProperties": false,
                              "description": "A group that people are invited to."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "For the body, in order",
                        "default": []
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "quick_reply"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "payload": {
                                  "type": "string",
                                  "description": "What comes back"
                                }
                              },
                              "required": ["type", "index", "payload"],
                              "additionalProperties": false,
                              "description": "What comes back when a quick reply is pressed."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "url"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "suffix": {
                                  "type": "string",
                                  "description": "What follows the template's address"
                                }
                              },
                              "required": ["type", "index", "suffix"],
                              "additionalProperties": false,
                              "description": "The end of an address."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "copy_code"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "code": {
                                  "type": "string",
                                  "maxLength": 15,
                                  "description": "The code"
                                }
                              },
                              "required": ["type", "index", "code"],
                              "additionalProperties": false,
                              "description": "A code to copy."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "flow"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "token": {
                                  "type": ["string", "null"],
                                  "description": "Comes back with the answers"
                                },
                                "data": {
                                  "type": ["object", "null"],
                                  "description": "What the first screen is given"
                                }
                              },
                              "required": ["type", "index"],
                              "additionalProperties": false,
                              "description": "What a flow is opened with."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "catalog"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "product_id": {
                                  "type": ["string", "null"],
                                  "description": "The product that it is shown by"
                                }
                              },
                              "required": ["type", "index"],
                              "additionalProperties": false,
                              "description": "What a catalogue is shown by."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "products"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "product_id": {
                                  "type": "string",
                                  "description": "The product that they are shown by"
                                },
                                "sections": {
                                  "type": "array",
                                  "items": {
                                    "type": "object",
                                    "properties": {
                                      "title": {
                                        "type": "string",
                                        "description": "The heading"
                                      },
                                      "product_ids": {
                                        "type": "array",
                                        "items": {
                                          "type": "string"
                                        },
                                        "description": "Ids of the products"
                                      }
                                    },
                                    "required": ["title", "product_ids"],
                                    "additionalProperties": false
                                  },
                                  "description": "The products"
                                }
                              },
                              "required": ["type", "index", "product_id", "sections"],
                              "additionalProperties": false,
                              "description": "Products that a button shows."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "For the buttons",
                        "default": []
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "header": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "text"
                                      },
                                      "text": {
                                        "type": "string",
                                        "description": "The text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "text"],
                                    "additionalProperties": false,
                                    "description": "A text."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "currency"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text, where it cannot be written otherwise"
                                      },
                                      "code": {
                                        "type": "string",
                                        "pattern": "^[A-Z]{3}$",
                                        "description": "ISO 4217"
                                      },
                                      "amount": {
                                        "type": "integer",
                                        "description": "In thousandths"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback", "code", "amount"],
                                    "additionalProperties": false,
                                    "description": "An amount of money."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "date_time"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback"],
                                    "additionalProperties": false,
                                    "description": "A date or a time."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "image"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "video"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "document"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "location"
                                      },
                                      "latitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "longitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "What it is called"
                                      },
                                      "address": {
                                        "type": ["string", "null"],
                                        "description": "Where it is, in words"
                                      }
                                    },
                                    "required": ["type", "latitude", "longitude"],
                                    "additionalProperties": false,
                                    "description": "A place."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "product"
                                      },
                                      "product_id": {
                                        "type": "string",
                                        "description": "Id of the product"
                                      },
                                      "catalog_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of the catalogue"
                                      }
                                    },
                                    "required": ["type", "product_id"],
                                    "additionalProperties": false,
                                    "description": "A product."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "group"
                                      },
                                      "group_id": {
                                        "type": "string",
                                        "description": "Id of the group"
                                      }
                                    },
                                    "required": ["type", "group_id"],
                                    "additionalProperties": false,
                                    "description": "A group that people are invited to."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "For the header",
                              "default": []
                            },
                            "body": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "text"
                                      },
                                      "text": {
                                        "type": "string",
                                        "description": "The text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "text"],
                                    "additionalProperties": false,
                                    "description": "A text."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "currency"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text, where it cannot be written otherwise"
                                      },
                                      "code": {
                                        "type": "string",
                                        "pattern": "^[A-Z]{3}$",
                                        "description": "ISO 4217"
                                      },
                                      "amount": {
                                        "type": "integer",
                                        "description": "In thousandths"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback", "code", "amount"],
                                    "additionalProperties": false,
                                    "description": "An amount of money."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "date_time"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback"],
                                    "additionalProperties": false,
                                    "description": "A date or a time."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "image"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "video"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "document"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "location"
                                      },
                                      "latitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "longitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "What it is called"
                                      },
                                      "address": {
                                        "type": ["string", "null"],
                                        "description": "Where it is, in words"
                                      }
                                    },
                                    "required": ["type", "latitude", "longitude"],
                                    "additionalProperties": false,
                                    "description": "A place."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "product"
                                      },
                                      "product_id": {
                                        "type": "string",
                                        "description": "Id of the product"
                                      },
                                      "catalog_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of the catalogue"
                                      }
                                    },
                                    "required": ["type", "product_id"],
                                    "additionalProperties": false,
                                    "description": "A product."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "group"
                                      },
                                      "group_id": {
                                        "type": "string",
                                        "description": "Id of the group"
                                      }
                                    },
                                    "required": ["type", "group_id"],
                                    "additionalProperties": false,
                                    "description": "A group that people are invited to."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "For the body, in order",
                              "default": []
                            },
                            "buttons": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "quick_reply"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "payload": {
                                        "type": "string",
                                        "description": "What comes back"
                                      }
                                    },
                                    "required": ["type", "index", "payload"],
                                    "additionalProperties": false,
                                    "description": "What comes back when a quick reply is pressed."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "url"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "suffix": {
                                        "type": "string",
                                        "description": "What follows the template's address"
                                      }
                                    },
                                    "required": ["type", "index", "suffix"],
                                    "additionalProperties": false,
                                    "description": "The end of an address."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "copy_code"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "code": {
                                        "type": "string",
                                        "maxLength": 15,
                                        "description": "The code"
                                      }
                                    },
                                    "required": ["type", "index", "code"],
                                    "additionalProperties": false,
                                    "description": "A code to copy."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "flow"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "token": {
                                        "type": ["string", "null"],
                                        "description": "Comes back with the answers"
                                      },
                                      "data": {
                                        "type": ["object", "null"],
                                        "description": "What the first screen is given"
                                      }
                                    },
                                    "required": ["type", "index"],
                                    "additionalProperties": false,
                                    "description": "What a flow is opened with."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "catalog"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "product_id": {
                                        "type": ["string", "null"],
                                        "description": "The product that it is shown by"
                                      }
                                    },
                                    "required": ["type", "index"],
                                    "additionalProperties": false,
                                    "description": "What a catalogue is shown by."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "products"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "product_id": {
                                        "type": "string",
                                        "description": "The product that they are shown by"
                                      },
                                      "sections": {
                                        "type": "array",
                                        "items": {
                                          "type": "object",
                                          "properties": {
                                            "title": {
                                              "type": "string",
                                              "description": "The heading"
                                            },
                                            "product_ids": {
                                              "type": "array",
                                              "items": {
                                                "type": "string"
                                              },
                                              "description": "Ids of the products"
                                            }
                                          },
                                          "required": ["title", "product_ids"],
                                          "additionalProperties": false
                                        },
                                        "description": "The products"
                                      }
                                    },
                                    "required": ["type", "index", "product_id", "sections"],
                                    "additionalProperties": false,
                                    "description": "Products that a button shows."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "For the buttons",
                              "default": []
                            }
                          },
                          "additionalProperties": false
                        },
                        "description": "For the cards of a carousel",
                        "default": []
                      },
                      "offer_ends_at": {
                        "type": ["string", "null"],
                        "format": "date-time",
                        "description": "End of a limited-time offer"
                      }
                    },
                    "required": ["type", "name", "language"],
                    "additionalProperties": false,
                    "description": "An approved template with its variables filled in."
                  }
                ],
                "discriminator": {
                  "propertyName": "type"
                }
              },
              {
                "type": "null"
              }
            ],
            "description": "More than text; message.content is its caption or body"
          },
          "reply_to": {
            "type": ["string", "null"],
            "description": "Meta's id of the message that this one answers"
          },
          "link_previews": {
            "type": "boolean",
            "description": "Whether the first link is shown with a preview",
            "default": true
          },
          "template": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The id of the text"
              },
              "texts": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "name": {
                      "type": "string",
                      "description": "The variable's name"
                    },
                    "text": {
                      "type": "string",
                      "description": "What is filled in"
                    }
                  },
                  "required": ["name", "text"],
                  "additionalProperties": false
                },
                "description": "What is filled in"
              }
            },
            "required": ["id", "texts"],
            "additionalProperties": false,
            "description": "An approved template as list_whatsapp_template_offers gave it"
          }
        },
        "required": ["channel", "message"],
        "additionalProperties": false
      },
      "tools.send_whatsapp.output": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["sent", "queued", "failed"],
            "description": "What became of the message"
          },
          "remoteId": {
            "type": ["string", "null"],
            "description": "The provider's id of the message"
          }
        },
        "required": ["status"]
      },
      "tools.send_whatsapp_batch.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "recipients": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Where the message goes"
                },
                "renderedBody": {
                  "type": "string",
                  "description": "What the message says"
                },
                "instanceId": {
                  "type": ["string", "null"],
                  "description": "The instance that the message is for"
                },
                "threadId": {
                  "type": ["string", "null"],
                  "description": "The thread of the message"
                },
                "messageId": {
                  "type": ["string", "null"],
                  "description": "The message's id"
                },
                "contactId": {
                  "type": ["string", "null"],
                  "description": "The contact's id"
                }
              },
              "required": ["address", "renderedBody"],
              "additionalProperties": false
            },
            "minItems": 1,
            "maxItems": 10000,
            "description": "Where the messages go, and what each says"
          },
          "schedule": {
            "type": ["object", "null"],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time",
                "description": "The time"
              }
            },
            "required": ["at"],
            "additionalProperties": false,
            "description": "When they are sent; at once without it"
          },
          "batch_key": {
            "type": ["string", "null"],
            "maxLength": 200,
            "description": "A batch with the same key is taken once"
          },
          "template": {
            "type": ["object", "null"],
            "properties": {
              "name": {
                "type": "string",
                "description": "Name of the template"
              },
              "language": {
                "type": "string",
                "description": "Its language, en_GB"
              },
              "header": {
                "type": "array",
                "items": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "text"
                        },
                        "text": {
                          "type": "string",
                          "description": "The text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "text"],
                      "additionalProperties": false,
                      "description": "A text."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "currency"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text, where it cannot be written otherwise"
                        },
                        "code": {
                          "type": "string",
                          "pattern": "^[A-Z]{3}$",
                          "description": "ISO 4217"
                        },
                        "amount": {
                          "type": "integer",
                          "description": "In thousandths"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback", "code", "amount"],
                      "additionalProperties": false,
                      "description": "An amount of money."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "date_time"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback"],
                      "additionalProperties": false,
                      "description": "A date or a time."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "image"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "video"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "document"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "location"
                        },
                        "latitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "longitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "What it is called"
                        },
                        "address": {
                          "type": ["string", "null"],
                          "description": "Where it is, in words"
                        }
                      },
                      "required": ["type", "latitude", "longitude"],
                      "additionalProperties": false,
                      "description": "A place."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "product"
                        },
                        "product_id": {
                          "type": "string",
                          "description": "Id of the product"
                        },
                        "catalog_id": {
                          "type": ["string", "null"],
                          "description": "Id of the catalogue"
                        }
                      },
                      "required": ["type", "product_id"],
                      "additionalProperties": false,
                      "description": "A product."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "group"
                        },
                        "group_id": {
                          "type": "string",
                          "description": "Id of the group"
                        }
                      },
                      "required": ["type", "group_id"],
                      "additionalProperties": false,
                      "description": "A group that people are invited to."
                    }
                  ],
                  "discriminator": {
                    "propertyName": "type"
                  }
                },
                "description": "For the header",
                "default": []
              },
              "body": {
                "type": "array",
                "items": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "text"
                        },
                        "text": {
                          "type": "string",
                          "description": "The text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "text"],
                      "additionalProperties": false,
                      "description": "A text."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "currency"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text, where it cannot be written otherwise"
                        },
                        "code": {
                          "type": "string",
                          "pattern": "^[A-Z]{3}$",
                          "description": "ISO 4217"
                        },
                        "amount": {
                          "type": "integer",
                          "description": "In thousandths"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback", "code", "amount"],
                      "additionalProperties": false,
                      "description": "An amount of money."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "date_time"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback"],
                      "additionalProperties": false,
                      "description": "A date or a time."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "image"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "video"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "document"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "location"
                        },
                        "latitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "longitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "What it is called"
                        },
                        "address": {
                          "type": ["string", "null"],
                          "description": "Where it is, in words"
                        }
                      },
                      "required": ["type", "latitude", "longitude"],
                      "additionalProperties": false,
                      "description": "A place."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "product"
                        },
                        "product_id": {
                          "type": "string",
                          "description": "Id of the product"
                        },
                        "catalog_id": {
                          "type": ["string", "null"],
                          "description": "Id of the catalogue"
                        }
                      },
                      "required": ["type", "product_id"],
                      "additionalProperties": false,
                      "description": "A product."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "group"
                        },
                        "group_id": {
                          "type": "string",
                          "description": "Id of the group"
                        }
                      },
                      "required": ["type", "group_id"],
                      "additionalProperties": false,
                      "description": "A group that people are invited to."
                    }
                  ],
                  "discriminator": {
                    "propertyName": "type"
                  }
                },
                "description": "For the body, in order",
                "default": []
              },
              "buttons": {
                "type": "array",
                "items": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "quick_reply"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "payload": {
                          "type": "string",
                          "description": "What comes back"
                        }
                      },
                      "required": ["type", "index", "payload"],
                      "additionalProperties": false,
                      "description": "What comes back when a quick reply is pressed."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "url"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "suffix": {
                          "type": "string",
                          "description": "What follows the template's address"
                        }
                      },
                      "required": ["type", "index", "suffix"],
                      "additionalProperties": false,
                      "description": "The end of an address."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "copy_code"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "code": {
                          "type": "string",
                          "maxLength": 15,
                          "description": "The code"
                        }
                      },
                      "required": ["type", "index", "code"],
                      "additionalProperties": false,
                      "description": "A code to copy."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "flow"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "token": {
                          "type": ["string", "null"],
                          "description": "Comes back with the answers"
                        },
                        "data": {
                          "type": ["object", "null"],
                          "description": "What the first screen is given"
                        }
                      },
                      "required": ["type", "index"],
                      "additionalProperties": false,
                      "description": "What a flow is opened with."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "catalog"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "product_id": {
                          "type": ["string", "null"],
                          "description": "The product that it is shown by"
                        }
                      },
                      "required": ["type", "index"],
                      "additionalProperties": false,
                      "description": "What a catalogue is shown by."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "products"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "product_id": {
                          "type": "string",
                          "description": "The product that they are shown by"
                        },
                        "sections": {
                          "type": "array",
                          "items": {
                            "type": "object",
                            "properties": {
                              "title": {
                                "type": "string",
                                "description": "The heading"
                              },
                              "product_ids": {
                                "type": "array",
                                "items": {
                                  "type": "string"
                                },
                                "description": "Ids of the products"
                              }
                            },
                            "required": ["title", "product_ids"],
                            "additionalProperties": false
                          },
                          "description": "The products"
                        }
                      },
                      "required": ["type", "index", "product_id", "sections"],
                      "additionalProperties": false,
                      "description": "Products that a button shows."
                    }
                  ],
                  "discriminator": {
                    "propertyName": "type"
                  }
                },
                "description": "For the buttons",
                "default": []
              },
              "cards": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "header": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "oneOf": [
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "text"
                              },
                              "text": {
                                "type": "string",
                                "description": "The text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "text"],
                            "additionalProperties": false,
                            "description": "A text."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "currency"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text, where it cannot be written otherwise"
                              },
                              "code": {
                                "type": "string",
                                "pattern": "^[A-Z]{3}$",
                                "description": "ISO 4217"
                              },
                              "amount": {
                                "type": "integer",
                                "description": "In thousandths"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback", "code", "amount"],
                            "additionalProperties": false,
                            "description": "An amount of money."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "date_time"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback"],
                            "additionalProperties": false,
                            "description": "A date or a time."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "image"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "video"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "document"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "location"
                              },
                              "latitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "longitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "What it is called"
                              },
                              "address": {
                                "type": ["string", "null"],
                                "description": "Where it is, in words"
                              }
                            },
                            "required": ["type", "latitude", "longitude"],
                            "additionalProperties": false,
                            "description": "A place."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "product"
                              },
                              "product_id": {
                                "type": "string",
                                "description": "Id of the product"
                              },
                              "catalog_id": {
                                "type": ["string", "null"],
                                "description": "Id of the catalogue"
                              }
                            },
                            "required": ["type", "product_id"],
                            "additionalProperties": false,
                            "description": "A product."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "group"
                              },
                              "group_id": {
                                "type": "string",
                                "description": "Id of the group"
                              }
                            },
                            "required": ["type", "group_id"],
                            "additionalProperties": false,
                            "description": "A group that people are invited to."
                          }
                        ],
                        "discriminator": {
                          "propertyName": "type"
                        }
                      },
                      "description": "For the header",
                      "default": []
                    },
                    "body": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "oneOf": [
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "text"
                              },
                              "text": {
                                "type": "string",
                                "description": "The text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "text"],
                            "additionalProperties": false,
                            "description": "A text."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "currency"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text, where it cannot be written otherwise"
                              },
                              "code": {
                                "type": "string",
                                "pattern": "^[A-Z]{3}$",
                                "description": "ISO 4217"
                              },
                              "amount": {
                                "type": "integer",
                                "description": "In thousandths"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback", "code", "amount"],
                            "additionalProperties": false,
                            "description": "An amount of money."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "date_time"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback"],
                            "additionalProperties": false,
                            "description": "A date or a time."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "image"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "video"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "document"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "location"
                              },
                              "latitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "longitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "What it is called"
                              },
                              "address": {
                                "type": ["string", "null"],
                                "description": "Where it is, in words"
                              }
                            },
                            "required": ["type", "latitude", "longitude"],
                            "additionalProperties": false,
                            "description": "A place."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "product"
                              },
                              "product_id": {
                                "type": "string",
                                "description": "Id of the product"
                              },
                              "catalog_id": {
                                "type": ["string", "null"],
                                "description": "Id of the catalogue"
                              }
                            },
                            "required": ["type", "product_id"],
                            "additionalProperties": false,
                            "description": "A product."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "group"
                              },
                              "group_id": {
                                "type": "string",
                                "description": "Id of the group"
                              }
                            },
                            "required": ["type", "group_id"],
                            "additionalProperties": false,
                            "description": "A group that people are invited to."
                          }
                        ],
                        "discriminator": {
                          "propertyName": "type"
                        }
                      },
                      "description": "For the body, in order",
                      "default": []
                    },
                    "buttons": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "oneOf": [
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "quick_reply"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "payload": {
                                "type": "string",
                                "description": "What comes back"
                              }
                            },
                            "required": ["type", "index", "payload"],
                            "additionalProperties": false,
                            "description": "What comes back when a quick reply is pressed."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "url"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "suffix": {
                                "type": "string",
                                "description": "What follows the template's address"
                              }
                            },
                            "required": ["type", "index", "suffix"],
                            "additionalProperties": false,
                            "description": "The end of an address."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "copy_code"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "code": {
                                "type": "string",
                                "maxLength": 15,
                                "description": "The code"
                              }
                            },
                            "required": ["type", "index", "code"],
                            "additionalProperties": false,
                            "description": "A code to copy."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "flow"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "token": {
                                "type": ["string", "null"],
                                "description": "Comes back with the answers"
                              },
                              "data": {
                                "type": ["object", "null"],
                                "description": "What the first screen is given"
                              }
                            },
                            "required": ["type", "index"],
                            "additionalProperties": false,
                            "description": "What a flow is opened with."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "catalog"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "product_id": {
                                "type": ["string", "null"],
                                "description": "The product that it is shown by"
                              }
                            },
                            "required": ["type", "index"],
                            "additionalProperties": false,
                            "description": "What a catalogue is shown by."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "products"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "product_id": {
                                "type": "string",
                                "description": "The product that they are shown by"
                              },
                              "sections": {
                                "type": "array",
                                "items": {
                                  "type": "object",
                                  "properties": {
                                    "title": {
                                      "type": "string",
                                      "description": "The heading"
                                    },
                                    "product_ids": {
                                      "type": "array",
                                      "items": {
                                        "type": "string"
                                      },
                                      "description": "Ids of the products"
                                    }
                                  },
                                  "required": ["title", "product_ids"],
                                  "additionalProperties": false
                                },
                                "description": "The products"
                              }
                            },
                            "required": ["type", "index", "product_id", "sections"],
                            "additionalProperties": false,
                            "description": "Products that a button shows."
                          }
                        ],
                        "discriminator": {
                          "propertyName": "type"
                        }
                      },
                      "description": "For the buttons",
                      "default": []
                    }
                  },
                  "additionalProperties": false
                },
                "description": "For the cards of a carousel",
                "default": []
              },
              "offer_ends_at": {
                "type": ["string", "null"],
                "format": "date-time",
                "description": "End of a limited-time offer"
              }
            },
            "required": ["name", "language"],
            "additionalProperties": false,
            "description": "What is sent; the rendered body is then how the message stands in the conversation"
          },
          "variables": {
            "type": ["array", "null"],
            "items": {
              "type": "object",
              "properties": {
                "header": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "oneOf": [
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "text"
                          },
                          "text": {
                            "type": "string",
                            "description": "The text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "text"],
                        "additionalProperties": false,
                        "description": "A text."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "currency"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text, where it cannot be written otherwise"
                          },
                          "code": {
                            "type": "string",
                            "pattern": "^[A-Z]{3}$",
                            "description": "ISO 4217"
                          },
                          "amount": {
                            "type": "integer",
                            "description": "In thousandths"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback", "code", "amount"],
                        "additionalProperties": false,
                        "description": "An amount of money."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "date_time"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback"],
                        "additionalProperties": false,
                        "description": "A date or a time."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "image"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "video"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "document"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "location"
                          },
                          "latitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "longitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "What it is called"
                          },
                          "address": {
                            "type": ["string", "null"],
                            "description": "Where it is, in words"
                          }
                        },
                        "required": ["type", "latitude", "longitude"],
                        "additionalProperties": false,
                        "description": "A place."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "product"
                          },
                          "product_id": {
                            "type": "string",
                            "description": "Id of the product"
                          },
                          "catalog_id": {
                            "type": ["string", "null"],
                            "description": "Id of the catalogue"
                          }
                        },
                        "required": ["type", "product_id"],
                        "additionalProperties": false,
                        "description": "A product."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "group"
                          },
                          "group_id": {
                            "type": "string",
                            "description": "Id of the group"
                          }
                        },
                        "required": ["type", "group_id"],
                        "additionalProperties": false,
                        "description": "A group that people are invited to."
                      }
                    ],
                    "discriminator": {
                      "propertyName": "type"
                    }
                  },
                  "description": "For the header",
                  "default": []
                },
                "body": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "oneOf": [
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "text"
                          },
                          "text": {
                            "type": "string",
                            "description": "The text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "text"],
                        "additionalProperties": false,
                        "description": "A text."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "currency"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text, where it cannot be written otherwise"
                          },
                          "code": {
                            "type": "string",
                            "pattern": "^[A-Z]{3}$",
                            "description": "ISO 4217"
                          },
                          "amount": {
                            "type": "integer",
                            "description": "In thousandths"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback", "code", "amount"],
                        "additionalProperties": false,
                        "description": "An amount of money."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "date_time"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback"],
                        "additionalProperties": false,
                        "description": "A date or a time."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "image"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "video"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "document"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "location"
                          },
                          "latitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "longitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "What it is called"
                          },
                          "address": {
                            "type": ["string", "null"],
                            "description": "Where it is, in words"
                          }
                        },
                        "required": ["type", "latitude", "longitude"],
                        "additionalProperties": false,
                        "description": "A place."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "product"
                          },
                          "product_id": {
                            "type": "string",
                            "description": "Id of the product"
                          },
                          "catalog_id": {
                            "type": ["string", "null"],
                            "description": "Id of the catalogue"
                          }
                        },
                        "required": ["type", "product_id"],
                        "additionalProperties": false,
                        "description": "A product."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "group"
                          },
                          "group_id": {
                            "type": "string",
                            "description": "Id of the group"
                          }
                        },
                        "required": ["type", "group_id"],
                        "additionalProperties": false,
                        "description": "A group that people are invited to."
                      }
                    ],
                    "discriminator": {
                      "propertyName": "type"
                    }
                  },
                  "description": "For the body, in order",
                  "default": []
                },
                "buttons": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "oneOf": [
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "quick_reply"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "payload": {
                            "type": "string",
                            "description": "What comes back"
                          }
                        },
                        "required": ["type", "index", "payload"],
                        "additionalProperties": false,
                        "description": "What comes back when a quick reply is pressed."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "url"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "suffix": {
                            "type": "string",
                            "description": "What follows the template's address"
                          }
                        },
                        "required": ["type", "index", "suffix"],
                        "additionalProperties": false,
                        "description": "The end of an address."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "copy_code"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "code": {
                            "type": "string",
                            "maxLength": 15,
                            "description": "The code"
                          }
                        },
                        "required": ["type", "index", "code"],
                        "additionalProperties": false,
                        "description": "A code to copy."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "flow"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "token": {
                            "type": ["string", "null"],
                            "description": "Comes back with the answers"
                          },
                          "data": {
                            "type": ["object", "null"],
                            "description": "What the first screen is given"
                          }
                        },
                        "required": ["type", "index"],
                        "additionalProperties": false,
                        "description": "What a flow is opened with."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "catalog"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "product_id": {
                            "type": ["string", "null"],
                            "description": "The product that it is shown by"
                          }
                        },
                        "required": ["type", "index"],
                        "additionalProperties": false,
                        "description": "What a catalogue is shown by."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "products"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "product_id": {
                            "type": "string",
                            "description": "The product that they are shown by"
                          },
                          "sections": {
                            "type": "array",
                            "items": {
                              "type": "object",
                              "properties": {
                                "title": {
                                  "type": "string",
                                  "description": "The heading"
                                },
                                "product_ids": {
                                  "type": "array",
                                  "items": {
                                    "type": "string"
                                  },
                                  "description": "Ids of the products"
                                }
                              },
                              "required": ["title", "product_ids"],
                              "additionalProperties": false
                            },
                            "description": "The products"
                          }
                        },
                        "required": ["type", "index", "product_id", "sections"],
                        "additionalProperties": false,
                        "description": "Products that a button shows."
                      }
                    ],
                    "discriminator": {
                      "propertyName": "type"
                    }
                  },
                  "description": "For the buttons",
                  "default": []
                }
              },
              "additionalProperties": false
            },
            "description": "For the template, one for each recipient and in their order"
          }
        },
        "required": ["channel", "recipients"],
        "additionalProperties": false
      },
      "tools.send_whatsapp_batch.output": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["accepted", "failed"],
            "description": "Whether the batch was taken"
          },
          "externalChunkId": {
            "type": ["string", "null"],
            "description": "The provider's id of the batch, to ask for its state"
          },
          "acceptedCount": {
            "type": "integer",
            "description": "How many were taken"
          },
          "rejectedCount": {
            "type": ["integer", "null"],
            "description": "How many were refused"
          }
        },
        "required": ["status", "acceptedCount"]
      },
      "tools.get_whatsapp_batch_status.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel that the batch was sent over"
          },
          "externalChunkId": {
            "type": "string",
            "description": "The provider's id of the batch"
          },
          "offset": {
            "type": ["integer", "null"],
            "minimum": 0,
            "description": "How many messages to leave out; 0 without it"
          },
          "limit": {
            "type": ["integer", "null"],
            "minimum": 1,
            "maximum": 1000,
            "description": "How many messages to tell of; all without it"
          }
        },
        "required": ["channel", "externalChunkId"],
        "additionalProperties": false
      },
      "tools.get_whatsapp_batch_status.output": {
        "type": "object",
        "properties": {
          "externalChunkId": {
            "type": "string",
            "description": "The provider's id of the batch"
          },
          "status": {
            "type": "string",
            "description": "The provider's word for the state of the batch"
          },
          "complete": {
            "type": "boolean",
            "description": "Whether nothing more will change"
          },
          "mock": {
            "type": ["boolean", "null"],
            "description": "Whether nothing was really sent"
          },
          "stats": {
            "type": ["object", "null"],
            "properties": {
              "total": {
                "type": ["integer", "null"],
                "description": "All messages"
              },
              "recipients": {
                "type": ["integer", "null"],
                "description": "People that messages go to"
              },
              "attempts": {
                "type": ["integer", "null"],
                "description": "Attempts to send"
              },
              "unaddressable": {
                "type": ["integer", "null"],
                "description": "Messages without a usable address"
              },
              "queued": {
                "type": ["integer", "null"],
                "description": "Messages that wait"
              },
              "sent": {
                "type": ["integer", "null"],
                "description": "Messages that left"
              },
              "scheduled": {
                "type": ["integer", "null"],
                "description": "Messages that wait for their time"
              },
              "delivered": {
                "type": ["integer", "null"],
                "description": "Messages that arrived"
              },
              "read": {
                "type": ["integer", "null"],
                "description": "Messages that were read"
              },
              "undelivered": {
                "type": ["integer", "null"],
                "description": "Messages that did not arrive"
              },
              "failed": {
                "type": ["integer", "null"],
                "description": "Messages that could not be sent"
              },
              "canceled": {
                "type": ["integer", "null"],
                "description": "Messages that were called back"
              }
            },
            "description": "How many messages are in which state"
          },
          "messages": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Where the message went"
                },
                "status": {
                  "type": "string",
                  "description": "The provider's word for its state"
                },
                "messageId": {
                  "type": ["string", "null"],
                  "description": "The message's id"
                },
                "errorCode": {
                  "type": ["string", "integer", "null"],
                  "description": "The provider's code of what went wrong"
                },
                "errorMessage": {
                  "type": ["string", "null"],
                  "description": "What went wrong"
                }
              },
              "required": ["address", "status"]
            },
            "description": "The state of each message that is known"
          },
          "next_offset": {
            "type": ["integer", "null"],
            "description": "Offset of the next messages; absent with the last ones"
          }
        },
        "required": ["externalChunkId", "status", "complete", "messages"]
      },
      "tools.start_whatsapp_batch.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "The number that writes: its id at Meta"
          },
          "template_id": {
            "type": "string",
            "description": "An approved one: its id at Meta"
          },
          "recipients": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 1000,
            "description": "The phone number, then a value for each variable, with semicolons between them."
          }
        },
        "required": ["phone_number_id", "template_id", "recipients"],
        "additionalProperties": false
      },
      "tools.start_whatsapp_batch.output": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "message_batch",
            "description": "The batch's record"
          }
        },
        "required": ["id"]
      },
      "tools.fetch_message_batch.input": {
        "type": "object",
        "properties": {
          "batch_id": {
            "type": "string",
            "description": "The batch's record"
          }
        },
        "required": ["batch_id"],
        "additionalProperties": false
      },
      "tools.fetch_message_batch.output": {
        "type": "object",
        "properties": {
          "what": {
            "type": "string",
            "description": "What is sent"
          },
          "total": {
            "type": "integer",
            "description": "All messages"
          },
          "queued": {
            "type": "integer",
            "description": "Messages that wait"
          },
          "sent": {
            "type": "integer",
            "description": "Messages that left and did not arrive yet"
          },
          "delivered": {
            "type": "integer",
            "description": "Messages that arrived and were not read yet"
          },
          "read": {
            "type": "integer",
            "description": "Messages that were read"
          },
          "failed": {
            "type": "integer",
            "description": "Messages that could not be sent or did not arrive"
          },
          "unknown": {
            "type": "integer",
            "description": "Messages of which it is not known whether they left"
          }
        },
        "required": ["what", "total", "queued", "sent", "delivered", "read", "failed", "unknown"]
      },
      "tools.list_batch_messages.input": {
        "type": "object",
        "properties": {
          "batch_id": {
            "type": "string",
            "description": "The batch's record"
          }
        },
        "required": ["batch_id"],
        "additionalProperties": false
      },
      "tools.list_batch_messages.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Who it goes to"
                },
                "status": {
                  "type": "string",
                  "examples": ["QUEUED", "SENT", "DELIVERED", "READ", "FAILED", "UNKNOWN"],
                  "description": "How it fares"
                },
                "reason": {
                  "type": ["string", "null"],
                  "description": "Why it failed"
                }
              },
              "required": ["address", "status"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.fetch_registered_wa_business_numbers.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.fetch_registered_wa_business_numbers.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "description": "Graph API phone number ID"
                },
                "display_phone_number": {
                  "type": "string",
                  "description": "Phone number (E.164 format)"
                },
                "verified_name": {
                  "type": ["string", "null"],
                  "description": "Business name that Meta has verified for the number"
                },
                "quality_rating": {
                  "type": "string",
                  "examples": ["GREEN", "YELLOW", "RED", "UNKNOWN"],
                  "description": "Meta quality rating"
                },
                "channel_id": {
                  "type": ["string", "null"],
                  "description": "Channel of this number once it has been added"
                }
              },
              "required": ["id", "display_phone_number", "quality_rating"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.add_whatsapp_number.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Of the connected WhatsApp account: its id at Meta"
          },
          "name": {
            "type": ["string", "null"],
            "maxLength": 80,
            "description": "Friendly name for the phone number"
          }
        },
        "required": ["phone_number_id"],
        "additionalProperties": false
      },
      "tools.add_whatsapp_number.output": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_phone_number",
            "description": "The number's record"
          },
          "phone": {
            "type": "string",
            "description": "Phone number (E.164 format)"
          }
        },
        "required": ["id", "phone"]
      },
      "tools.send_messenger.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "subscription": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The subscription's id"
              },
              "identifierValue": {
                "type": "string",
                "description": "The person's address"
              }
            },
            "required": ["id", "identifierValue"],
            "additionalProperties": false,
            "description": "The subscription that the message answers"
          },
          "contact": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The contact's id"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The contact's name"
              }
            },
            "required": ["id"],
            "additionalProperties": false,
            "description": "The contact that the message is for"
          },
          "recipient": {
            "type": ["object", "null"],
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Where the message goes"
          },
          "message": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The message's id; the key under which a send happens once"
              },
              "content": {
                "type": "string",
                "description": "The text"
              },
              "contentRaw": {
                "type": ["string", "null"],
                "description": "The text with its markup"
              },
              "title": {
                "type": ["string", "null"],
                "description": "The subject"
              },
              "attachments": {
                "type": ["array", "null"],
                "items": {
                  "type": "object",
                  "properties": {
                    "filename": {
                      "type": "string",
                      "description": "The file's name"
                    },
                    "url": {
                      "type": "string",
                      "description": "Where the file can be fetched"
                    },
                    "mimeType": {
                      "type": "string",
                      "description": "The file's MIME type"
                    },
                    "size": {
                      "type": "integer",
                      "description": "The file's size in bytes"
                    },
                    "fileId": {
                      "type": ["string", "null"],
                      "description": "The file as the platform keeps it"
                    },
                    "reference": {
                      "type": ["string", "null"],
                      "description": "The provider's id of the file once it has been handed over"
                    }
                  },
                  "required": ["filename", "url", "mimeType", "size"],
                  "additionalProperties": false
                },
                "description": "Files that go with the message"
              }
            },
            "required": ["id", "content"],
            "additionalProperties": false,
            "description": "The message itself"
          },
          "rich": {
            "anyOf": [
              {
                "type": "object",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "image"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "audio"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "video"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "file"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "sticker"
                      },
                      "sticker_id": {
                        "type": ["string", "null"],
                        "description": "Id in the catalogue, of Messenger"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A sticker of Messenger's catalogue, or the heart of Instagram."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "post"
                      },
                      "post_id": {
                        "type": "string",
                        "description": "Id of the post"
                      }
                    },
                    "required": ["type", "post_id"],
                    "additionalProperties": false,
                    "description": "A post of the Instagram account itself."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "quick_replies"
                      },
                      "quick_replies": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": ["TEXT", "PHONE_NUMBER", "EMAIL"],
                              "description": "What it offers",
                              "default": "TEXT"
                            },
                            "title": {
                              "type": ["string", "null"],
                              "description": "What is on it"
                            },
                            "payload": {
                              "type": ["string", "null"],
                              "description": "Comes back with the answer"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A small picture"
                            }
                          },
                          "additionalProperties": false
                        },
                        "description": "The answers"
                      }
                    },
                    "required": ["type", "quick_replies"],
                    "additionalProperties": false,
                    "description": "The text of the message with answers to press."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "buttons"
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "postback"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "payload": {
                                  "type": "string",
                                  "description": "Comes back"
                                }
                              },
                              "required": ["type", "title", "payload"],
                              "additionalProperties": false,
                              "description": "A button whose press comes back."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "link"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "url": {
                                  "type": "string",
                                  "description": "What it opens"
                                }
                              },
                              "required": ["type", "title", "url"],
                              "additionalProperties": false,
                              "description": "A button that opens an address."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "call"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "number": {
                                  "type": "string",
                                  "description": "With + and the country"
                                }
                              },
                              "required": ["type", "title", "number"],
                              "additionalProperties": false,
                              "description": "A button that calls a number."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "The buttons"
                      }
                    },
                    "required": ["type", "buttons"],
                    "additionalProperties": false,
                    "description": "The text of the message with one to three buttons."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "cards"
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string",
                              "description": "Its heading"
                            },
                            "subtitle": {
                              "type": ["string", "null"],
                              "description": "A second line"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A picture"
                            },
                            "url": {
                              "type": ["string", "null"],
                              "description": "What it opens"
                            },
                            "buttons": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "postback"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "payload": {
                                        "type": "string",
                                        "description": "Comes back"
                                      }
                                    },
                                    "required": ["type", "title", "payload"],
                                    "additionalProperties": false,
                                    "description": "A button whose press comes back."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "link"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "url": {
                                        "type": "string",
                                        "description": "What it opens"
                                      }
                                    },
                                    "required": ["type", "title", "url"],
                                    "additionalProperties": false,
                                    "description": "A button that opens an address."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "call"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "number": {
                                        "type": "string",
                                        "description": "With + and the country"
                                      }
                                    },
                                    "required": ["type", "title", "number"],
                                    "additionalProperties": false,
                                    "description": "A button that calls a number."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "Its buttons",
                              "default": []
                            }
                          },
                          "required": ["title"],
                          "additionalProperties": false
                        },
                        "description": "The cards"
                      }
                    },
                    "required": ["type", "cards"],
                    "additionalProperties": false,
                    "description": "Cards beside each other."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "reaction"
                      },
                      "message_id": {
                        "type": "string",
                        "description": "Meta's id of the message"
                      },
                      "emoji": {
                        "type": ["string", "null"],
                        "description": "One emoji; without it the reaction is taken back"
                      }
                    },
                    "required": ["type", "message_id"],
                    "additionalProperties": false,
                    "description": "An emoji on a message."
                  }
                ],
                "discriminator": {
                  "propertyName": "type"
                }
              },
              {
                "type": "null"
              }
            ],
            "description": "More than text"
          },
          "reply_to": {
            "type": ["string", "null"],
            "description": "Meta's id of the message that this one answers"
          },
          "reason": {
            "type": "string",
            "enum": ["RESPONSE", "UPDATE", "HUMAN_AGENT"],
            "description": "HUMAN_AGENT: a person answers within seven days",
            "default": "RESPONSE"
          },
          "comment_id": {
            "type": ["string", "null"],
            "description": "Meta's id of a comment of theirs, to be answered in private: once, within seven days"
          }
        },
        "required": ["channel", "message"],
        "additionalProperties": false
      },
      "tools.send_messenger.output": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["sent", "queued", "failed"],
            "description": "What became of the message"
          },
          "remoteId": {
            "type": ["string", "null"],
            "description": "The provider's id of the message"
          }
        },
        "required": ["status"]
      },
      "tools.send_instagram.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "subscription": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The subscription's id"
              },
              "identifierValue": {
                "type": "string",
                "description": "The person's address"
              }
            },
            "required": ["id", "identifierValue"],
            "additionalProperties": false,
            "description": "The subscription that the message answers"
          },
          "contact": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The contact's id"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The contact's name"
              }
            },
            "required": ["id"],
            "additionalProperties": false,
            "description": "The contact that the message is for"
          },
          "recipient": {
            "type": ["object", "null"],
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Where the message goes"
          },
          "message": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The message's id; the key under which a send happens once"
              },
              "content": {
                "type": "string",
                "description": "The text"
              },
              "contentRaw": {
                "type": ["string", "null"],
                "description": "The text with its markup"
              },
              "title": {
                "type": ["string", "null"],
                "description": "The subject"
              },
              "attachments": {
                "type": ["array", "null"],
                "items": {
                  "type": "object",
                  "properties": {
                    "filename": {
                      "type": "string",
                      "description": "The file's name"
                    },
                    "url": {
                      "type": "string",
                      "description": "Where the file can be fetched"
                    },
                    "mimeType": {
                      "type": "string",
                      "description": "The file's MIME type"
                    },
                    "size": {
                      "type": "integer",
                      "description": "The file's size in bytes"
                    },
                    "fileId": {
                      "type": ["string", "null"],
                      "description": "The file as the platform keeps it"
                    },
                    "reference": {
                      "type": ["string", "null"],
                      "description": "The provider's id of the file once it has been handed over"
                    }
                  },
                  "required": ["filename", "url", "mimeType", "size"],
                  "additionalProperties": false
                },
                "description": "Files that go with the message"
              }
            },
            "required": ["id", "content"],
            "additionalProperties": false,
            "description": "The message itself"
          },
          "rich": {
            "anyOf": [
              {
                "type": "object",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "image"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "audio"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "video"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "file"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "sticker"
                      },
                      "sticker_id": {
                        "type": ["string", "null"],
                        "description": "Id in the catalogue, of Messenger"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A sticker of Messenger's catalogue, or the heart of Instagram."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "post"
                      },
                      "post_id": {
                        "type": "string",
                        "description": "Id of the post"
                      }
                    },
                    "required": ["type", "post_id"],
                    "additionalProperties": false,
                    "description": "A post of the Instagram account itself."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "quick_replies"
                      },
                      "quick_replies": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": ["TEXT", "PHONE_NUMBER", "EMAIL"],
                              "description": "What it offers",
                              "default": "TEXT"
                            },
                            "title": {
                              "type": ["string", "null"],
                              "description": "What is on it"
                            },
                            "payload": {
                              "type": ["string", "null"],
                              "description": "Comes back with the answer"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A small picture"
                            }
                          },
                          "additionalProperties": false
                        },
                        "description": "The answers"
                      }
                    },
                    "required": ["type", "quick_replies"],
                    "additionalProperties": false,
                    "description": "The text of the message with answers to press."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "buttons"
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "postback"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "payload": {
                                  "type": "string",
                                  "description": "Comes back"
                                }
                              },
                              "required": ["type", "title", "payload"],
                              "additionalProperties": false,
                              "description": "A button whose press comes back."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "link"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "url": {
                                  "type": "string",
                                  "description": "What it opens"
                                }
                              },
                              "required": ["type", "title", "url"],
                              "additionalProperties": false,
                              "description": "A button that opens an address."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "call"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "number": {
                                  "type": "string",
                                  "description": "With + and the country"
                                }
                              },
                              "required": ["type", "title", "number"],
                              "additionalProperties": false,
                              "description": "A button that calls a number."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "The buttons"
                      }
                    },
                    "required": ["type", "buttons"],
                    "additionalProperties": false,
                    "description": "The text of the message with one to three buttons."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "cards"
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string",
                              "description": "Its heading"
                            },
                            "subtitle": {
                              "type": ["string", "null"],
                              "description": "A second line"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A picture"
                            },
                            "url": {
                              "type": ["string", "null"],
                              "description": "What it opens"
                            },
                            "buttons": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "postback"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "payload": {
                                        "type": "string",
                                        "description": "Comes back"
                                      }
                                    },
                                    "required": ["type", "title", "payload"],
                                    "additionalProperties": false,
                                    "description": "A button whose press comes back."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "link"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "url": {
                                        "type": "string",
                                        "description": "What it opens"
                                      }
                                    },
                                    "required": ["type", "title", "url"],
                                    "additionalProperties": false,
                                    "description": "A button that opens an address."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "call"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "number": {
                                        "type": "string",
                                        "description": "With + and the country"
                                      }
                                    },
                                    "required": ["type", "title", "number"],
                                    "additionalProperties": false,
                                    "description": "A button that calls a number."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "Its buttons",
                              "default": []
                            }
                          },
                          "required": ["title"],
                          "additionalProperties": false
                        },
                        "description": "The cards"
                      }
                    },
                    "required": ["type", "cards"],
                    "additionalProperties": false,
                    "description": "Cards beside each other."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "reaction"
                      },
                      "message_id": {
                        "type": "string",
                        "description": "Meta's id of the message"
                      },
                      "emoji": {
                        "type": ["string", "null"],
                        "description": "One emoji; without it the reaction is taken back"
                      }
                    },
                    "required": ["type", "message_id"],
                    "additionalProperties": false,
                    "description": "An emoji on a message."
                  }
                ],
                "discriminator": {
                  "propertyName": "type"
                }
              },
              {
                "type": "null"
              }
            ],
            "description": "More than text"
          },
          "reply_to": {
            "type": ["string", "null"],
            "description": "Meta's id of the message that this one answers"
          },
          "reason": {
            "type": "string",
            "enum": ["RESPONSE", "UPDATE", "HUMAN_AGENT"],
            "description": "HUMAN_AGENT: a person answers within seven days",
            "default": "RESPONSE"
          },
          "comment_id": {
            "type": ["string", "null"],
            "description": "Meta's id of a comment of theirs, to be answered in private: once, within seven days"
          }
        },
        "required": ["channel", "message"],
        "additionalProperties": false
      },
      "tools.send_instagram.output": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["sent", "queued", "failed"],
            "description": "What became of the message"
          },
          "remoteId": {
            "type": ["string", "null"],
            "description": "The provider's id of the message"
          }
        },
        "required": ["status"]
      },
      "tools.show_presence.input": {
        "type": "object",
        "properties": {
          "channel_id": {
            "type": "string",
            "description": "The channel's id"
          },
          "address": {
            "type": "string",
            "description": "The counterpart's address"
          },
          "presence": {
            "type": "string",
            "enum": ["READ", "TYPING", "TYPING_ENDED"],
            "description": "What is shown"
          },
          "message_id": {
            "type": ["string", "null"],
            "description": "Meta's id of their message; needed on WhatsApp"
          }
        },
        "required": ["channel_id", "address", "presence"],
        "additionalProperties": false
      },
      "tools.react_to_message.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel of the message"
          },
          "recipient": {
            "type": "object",
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Who the conversation is with"
          },
          "messageId": {
            "type": "string",
            "description": "The provider's id of the message"
          },
          "emoji": {
            "type": ["string", "null"],
            "description": "The emoji; without one the reaction is taken back"
          }
        },
        "required": ["channel", "recipient", "messageId"],
        "additionalProperties": false
      },
      "tools.list_whatsapp_template_offers.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel that they are sent over"
          }
        },
        "required": ["channel"],
        "additionalProperties": false
      },
      "tools.list_whatsapp_template_offers.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "description": "By which it is sent"
                },
                "name": {
                  "type": "string",
                  "description": "What people read in the list"
                },
                "language": {
                  "type": ["string", "null"],
                  "description": "The language of the text"
                },
                "text": {
                  "type": "string",
                  "description": "The text; a variable stands in it as {{name}}"
                },
                "variables": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "name": {
                        "type": "string",
                        "description": "The name, as it stands in the text"
                      },
                      "label": {
                        "type": ["string", "null"],
                        "description": "What people read beside the input"
                      },
                      "example": {
                        "type": ["string", "null"],
                        "description": "A value that it could have"
                      }
                    },
                    "required": ["name"]
                  },
                  "description": "What is filled in"
                }
              },
              "required": ["id", "name", "text", "variables"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.upload_attachment.input": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel of the message"
          },
          "file": {
            "type": "string",
            "x-file": true,
            "description": "The file"
          }
        },
        "required": ["channel", "file"],
        "additionalProperties": false
      },
      "tools.upload_attachment.output": {
        "type": "object",
        "properties": {
          "reference": {
            "type": "string",
            "description": "The provider's id of the file"
          }
        },
        "required": ["reference"]
      },
      "tools.upload_whatsapp_media.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "file": {
            "type": "string",
            "x-file": true,
            "description": "The file"
          }
        },
        "required": ["phone_number_id", "file"],
        "additionalProperties": false
      },
      "tools.upload_whatsapp_media.output": {
        "type": "object",
        "properties": {
          "media_id": {
            "type": "string",
            "description": "Meta's id of the file"
          }
        },
        "required": ["media_id"]
      },
      "tools.fetch_connection.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.fetch_connection.output": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["PENDING", "CONNECTED", "ERROR"],
            "description": "Connection status"
          },
          "business_name": {
            "type": ["string", "null"],
            "description": "Business name from Meta"
          },
          "waba_id": {
            "type": ["string", "null"],
            "description": "WhatsApp Business Account ID"
          },
          "granted_scopes": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Permissions that were granted"
          },
          "missing_scopes": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Permissions that were not granted"
          },
          "token_expires_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When Meta stops to accept the connection"
          },
          "subscribed": {
            "type": "boolean",
            "description": "Whether the account's webhooks come here"
          }
        },
        "required": ["status", "granted_scopes", "missing_scopes", "subscribed"]
      },
      "tools.fetch_whatsapp_accounts.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.fetch_whatsapp_accounts.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "waba_id": {
                  "type": "string",
                  "description": "WhatsApp Business Account ID"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "Name of the account"
                },
                "business_id": {
                  "type": ["string", "null"],
                  "description": "Business portfolio that it belongs to"
                },
                "business_name": {
                  "type": ["string", "null"],
                  "description": "Name of the business"
                },
                "is_chosen": {
                  "type": "boolean",
                  "description": "Whether this workplace uses it"
                }
              },
              "required": ["waba_id", "is_chosen"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.choose_whatsapp_account.input": {
        "type": "object",
        "properties": {
          "waba_id": {
            "type": "string",
            "description": "WhatsApp Business Account ID"
          }
        },
        "required": ["waba_id"],
        "additionalProperties": false
      },
      "tools.refresh_whatsapp_numbers.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.remove_whatsapp_number.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          }
        },
        "required": ["phone_number_id"],
        "additionalProperties": false
      },
      "tools.request_number_code.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "method": {
            "type": "string",
            "enum": ["SMS", "VOICE"],
            "description": "How the code comes",
            "default": "SMS"
          },
          "language": {
            "type": "string",
            "description": "Language of the message, as en_US or sv",
            "default": "en_US"
          }
        },
        "required": ["phone_number_id"],
        "additionalProperties": false
      },
      "tools.verify_number_code.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "code": {
            "type": "string",
            "pattern": "^[0-9]{4,8}$",
            "description": "The code"
          }
        },
        "required": ["phone_number_id", "code"],
        "additionalProperties": false
      },
      "tools.register_number.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "pin": {
            "type": "string",
            "pattern": "^[0-9]{6}$",
            "description": "The number's PIN; a new one if it has none"
          }
        },
        "required": ["phone_number_id", "pin"],
        "additionalProperties": false
      },
      "tools.fetch_whatsapp_profile.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.fetch_whatsapp_profile.output": {
        "type": "object",
        "properties": {
          "about": {
            "type": ["string", "null"],
            "description": "A line"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What the business does"
          },
          "address": {
            "type": ["string", "null"],
            "description": "Where it is"
          },
          "email": {
            "type": ["string", "null"],
            "description": "E-mail address"
          },
          "websites": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Web addresses"
          },
          "vertical": {
            "type": ["string", "null"],
            "examples": [
              "OTHER",
              "AUTO",
              "BEAUTY",
              "APPAREL",
              "EDU",
              "ENTERTAIN",
              "EVENT_PLAN",
              "FINANCE",
              "GROCERY",
              "GOVT",
              "HOTEL",
              "HEALTH",
              "NONPROFIT",
              "PROF_SERVICES",
              "RETAIL",
              "TRAVEL",
              "RESTAURANT"
            ],
            "description": "What kind of business it is"
          },
          "picture_url": {
            "type": ["string", "null"],
            "description": "Where its picture is"
          }
        },
        "required": ["websites"]
      },
      "tools.update_whatsapp_profile.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          },
          "about": {
            "type": ["string", "null"],
            "description": "A line, of at most 139 characters"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What the business does, in at most 512 characters"
          },
          "address": {
            "type": ["string", "null"],
            "description": "Where it is"
          },
          "email": {
            "type": ["string", "null"],
            "description": "E-mail address"
          },
          "website": {
            "type": ["string", "null"],
            "description": "Web address"
          },
          "website_2": {
            "type": ["string", "null"],
            "description": "Another web address"
          },
          "vertical": {
            "type": ["string", "null"],
            "enum": [
              "OTHER",
              "AUTO",
              "BEAUTY",
              "APPAREL",
              "EDU",
              "ENTERTAIN",
              "EVENT_PLAN",
              "FINANCE",
              "GROCERY",
              "GOVT",
              "HOTEL",
              "HEALTH",
              "NONPROFIT",
              "PROF_SERVICES",
              "RETAIL",
              "TRAVEL",
              "RESTAURANT",
              null
            ],
            "description": "What kind of business it is"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.block_whatsapp_person.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          },
          "address": {
            "type": "string",
            "description": "Whom: a phone number"
          }
        },
        "required": ["id", "address"],
        "additionalProperties": false
      },
      "tools.unblock_whatsapp_person.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          },
          "address": {
            "type": "string",
            "description": "Whom: a phone number"
          }
        },
        "required": ["id", "address"],
        "additionalProperties": false
      },
      "tools.list_blocked_whatsapp_people.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.list_blocked_whatsapp_people.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Their phone number"
                }
              },
              "required": ["address"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.list_whatsapp_groups.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.list_whatsapp_groups.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "x-model": "whatsapp_group",
                  "description": "Identifies the instance."
                },
                "reference": {
                  "type": "string",
                  "description": "Meta's id of the request that made it; of one that was found at Meta, the group's"
                },
                "group_id": {
                  "type": ["string", "null"],
                  "description": "Meta's id of the group; empty until it is made"
                },
                "phone_number_id": {
                  "type": "string",
                  "description": "Of the number that made it: its id at Meta"
                },
                "phone": {
                  "type": ["string", "null"],
                  "description": "The number that made it"
                },
                "subject": {
                  "type": ["string", "null"],
                  "description": "What the group is called in WhatsApp"
                },
                "description": {
                  "type": ["string", "null"],
                  "description": "What the group is for, as its people read it"
                },
                "status": {
                  "type": ["string", "null"],
                  "examples": ["CREATING", "ACTIVE", "SUSPENDED", "DELETED", "FAILED"],
                  "description": "Whether it can be written in",
                  "default": "CREATING"
                },
                "join_approval": {
                  "type": ["string", "null"],
                  "examples": ["AUTOMATIC", "APPROVAL"],
                  "description": "Who may come in by the invite link"
                },
                "invite_link": {
                  "type": ["string", "null"],
                  "format": "uri",
                  "description": "By which people join"
                },
                "participant_count": {
                  "type": ["integer", "null"],
                  "description": "People in the group besides the business"
                },
                "made_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When WhatsApp made it"
                },
                "notice": {
                  "type": ["string", "null"],
                  "description": "The last wish that was not fulfilled, and why"
                },
                "read_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When Meta was last asked for all about it"
                },
                "subject_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When the subject was last told to have changed"
                },
                "description_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When the description was last told to have changed"
                },
                "status_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When it was last suspended or released"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "What the workplace calls it"
                },
                "created_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was created."
                },
                "updated_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was last changed."
                },
                "refreshed_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the app last wrote the instance."
                }
              },
              "required": ["id", "reference", "phone_number_id", "created_at", "updated_at", "refreshed_at"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.create_whatsapp_group.input": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "The number that makes it: its id at Meta"
          },
          "subject": {
            "type": "string",
            "description": "What the group is called, in at most 128 characters"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What it is for, in at most 2048 characters"
          },
          "join_approval": {
            "type": "string",
            "enum": ["AUTOMATIC", "APPROVAL"],
            "description": "Who may come in by the invite link; this cannot be changed later",
            "default": "AUTOMATIC"
          },
          "name": {
            "type": ["string", "null"],
            "maxLength": 80,
            "description": "What the workplace calls it"
          }
        },
        "required": ["phone_number_id", "subject"],
        "additionalProperties": false
      },
      "tools.create_whatsapp_group.output": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "request_id": {
            "type": "string",
            "description": "Meta's id of the request"
          }
        },
        "required": ["id", "request_id"]
      },
      "tools.refresh_whatsapp_groups.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.refresh_whatsapp_groups.output": {
        "type": "object",
        "properties": {
          "read": {
            "type": "integer",
            "description": "About how many groups Meta was asked"
          },
          "left": {
            "type": "integer",
            "description": "How many there are besides; the next call goes on with them"
          }
        },
        "required": ["read", "left"]
      },
      "tools.refresh_whatsapp_group.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.change_whatsapp_group.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "subject": {
            "type": ["string", "null"],
            "description": "What the group is called, in at most 128 characters"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What it is for, in at most 2048 characters"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.delete_whatsapp_group.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.forget_whatsapp_group.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.fetch_group_invite_link.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.fetch_group_invite_link.output": {
        "type": "object",
        "properties": {
          "invite_link": {
            "type": "string",
            "description": "The link"
          }
        },
        "required": ["invite_link"]
      },
      "tools.reset_group_invite_link.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.reset_group_invite_link.output": {
        "type": "object",
        "properties": {
          "invite_link": {
            "type": "string",
            "description": "The new link"
          }
        },
        "required": ["invite_link"]
      },
      "tools.list_group_participants.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.list_group_participants.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Phone number, or how WhatsApp knows them"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "As they call themselves; known once they have written"
                }
              },
              "required": ["address"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.remove_group_participants.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "participants": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Their addresses, as list_group_participants gives them"
          }
        },
        "required": ["id", "participants"],
        "additionalProperties": false
      },
      "tools.list_group_join_requests.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "tools.list_group_join_requests.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "request_id": {
                  "type": "string",
                  "description": "Meta's id of the request"
                },
                "address": {
                  "type": "string",
                  "description": "Phone number, or how WhatsApp knows them"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "As they call themselves, if they are known"
                },
                "asked_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When they asked"
                }
              },
              "required": ["request_id", "address"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.approve_group_join_requests.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "request_ids": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 100,
            "description": "Meta's ids of the requests"
          }
        },
        "required": ["id", "request_ids"],
        "additionalProperties": false
      },
      "tools.approve_group_join_requests.output": {
        "type": "object",
        "properties": {
          "decided": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Requests that were approved"
          },
          "failed": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "request_id": {
                  "type": "string",
                  "description": "Meta's id of the request"
                },
                "reason": {
                  "type": "string",
                  "description": "Why not"
                }
              },
              "required": ["request_id", "reason"]
            },
            "description": "Requests that were not"
          }
        },
        "required": ["decided", "failed"]
      },
      "tools.reject_group_join_requests.input": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "request_ids": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 100,
            "description": "Meta's ids of the requests"
          }
        },
        "required": ["id", "request_ids"],
        "additionalProperties": false
      },
      "tools.reject_group_join_requests.output": {
        "type": "object",
        "properties": {
          "decided": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Requests that were rejected"
          },
          "failed": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "request_id": {
                  "type": "string",
                  "description": "Meta's id of the request"
                },
                "reason": {
                  "type": "string",
                  "description": "Why not"
                }
              },
              "required": ["request_id", "reason"]
            },
            "description": "Requests that were not"
          }
        },
        "required": ["decided", "failed"]
      },
      "tools.fetch_pages.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.fetch_pages.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "page_id": {
                  "type": "string",
                  "description": "Meta Graph API Page ID"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "Page name"
                },
                "category": {
                  "type": ["string", "null"],
                  "description": "Page category"
                },
                "can_send": {
                  "type": "boolean",
                  "description": "Whether the person may send messages as the page"
                },
                "is_added": {
                  "type": "boolean",
                  "description": "Whether this workplace has it"
                },
                "channel_id": {
                  "type": ["string", "null"],
                  "description": "Channel of this page once it has been added"
                }
              },
              "required": ["page_id", "can_send", "is_added"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.add_facebook_page.input": {
        "type": "object",
        "properties": {
          "page_id": {
            "type": "string",
            "description": "Meta Graph API Page ID"
          }
        },
        "required": ["page_id"],
        "additionalProperties": false
      },
      "tools.add_facebook_page.output": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "facebook_page",
            "description": "The page's record"
          }
        },
        "required": ["id"]
      },
      "tools.remove_facebook_page.input": {
        "type": "object",
        "properties": {
          "page_id": {
            "type": "string",
            "description": "Meta Graph API Page ID"
          }
        },
        "required": ["page_id"],
        "additionalProperties": false
      },
      "tools.fetch_instagram_accounts.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.fetch_instagram_accounts.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "instagram_account_id": {
                  "type": "string",
                  "description": "Meta Graph API Instagram Account ID"
                },
                "username": {
                  "type": ["string", "null"],
                  "description": "Instagram username"
                },
                "page_id": {
                  "type": "string",
                  "description": "The page that it belongs to"
                },
                "is_added": {
                  "type": "boolean",
                  "description": "Whether this workplace has it"
                },
                "channel_id": {
                  "type": ["string", "null"],
                  "description": "Channel of this account once it has been added"
                }
              },
              "required": ["instagram_account_id", "page_id", "is_added"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.add_instagram_account.input": {
        "type": "object",
        "properties": {
          "instagram_account_id": {
            "type": "string",
            "description": "Meta Graph API Instagram Account ID"
          }
        },
        "required": ["instagram_account_id"],
        "additionalProperties": false
      },
      "tools.add_instagram_account.output": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "instagram_account",
            "description": "The account's record"
          }
        },
        "required": ["id"]
      },
      "tools.remove_instagram_account.input": {
        "type": "object",
        "properties": {
          "instagram_account_id": {
            "type": "string",
            "description": "Meta Graph API Instagram Account ID"
          }
        },
        "required": ["instagram_account_id"],
        "additionalProperties": false
      },
      "tools.list_message_templates.input": {
        "type": "object",
        "additionalProperties": false
      },
      "tools.list_message_templates.output": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "x-model": "message_template",
                  "description": "Identifies the instance."
                },
                "template_id": {
                  "type": "string",
                  "description": "Meta Graph API template ID"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "Name of the template"
                },
                "language": {
                  "type": ["string", "null"],
                  "description": "Its language"
                },
                "status": {
                  "type": ["string", "null"],
                  "examples": ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED", "OTHER"],
                  "description": "Whether it can be sent"
                },
                "category": {
                  "type": ["string", "null"],
                  "examples": ["MARKETING", "UTILITY", "AUTHENTICATION", "OTHER"],
                  "description": "What it is for, which decides on its price and rules"
                },
                "quality": {
                  "type": ["string", "null"],
                  "examples": ["GREEN", "YELLOW", "RED", "UNKNOWN"],
                  "description": "How people took to it"
                },
                "text": {
                  "type": ["string", "null"],
                  "description": "How it reads, with its variables"
                },
                "reason": {
                  "type": ["string", "null"],
                  "description": "Why Meta rejected or paused it"
                },
                "created_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was created."
                },
                "updated_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was last changed."
                },
                "refreshed_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the app last wrote the instance."
                }
              },
              "required": ["id", "template_id", "created_at", "updated_at", "refreshed_at"]
            }
          }
        },
        "required": ["items"]
      },
      "tools.create_message_template.input": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "description": "Small letters, digits and _"
          },
          "language": {
            "type": "string",
            "description": "Its language, as en_GB or sv",
            "default": "en_GB"
          },
          "category": {
            "type": "string",
            "enum": ["MARKETING", "UTILITY", "AUTHENTICATION"],
            "description": "What it is for: utility answers something that a person did",
            "default": "UTILITY"
          },
          "header": {
            "type": ["string", "null"],
            "description": "A text above"
          },
          "header_sample": {
            "type": ["string", "null"],
            "x-file": true,
            "description": "In place of it a picture, a film or a document above: an example of one, for the reviewers"
          },
          "body": {
            "type": "string",
            "description": "With variables as {{1}}"
          },
          "footer": {
            "type": ["string", "null"],
            "description": "A text below"
          },
          "quick_replies": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Answers to press",
            "default": []
          },
          "examples": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "An example for each variable",
            "default": []
          }
        },
        "required": ["name", "body"],
        "additionalProperties": false
      },
      "tools.create_message_template.output": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "message_template",
            "description": "The template's record"
          },
          "status": {
            "type": "string",
            "description": "Meta's first word on it"
          }
        },
        "required": ["id", "status"]
      },
      "tools.delete_message_template.input": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "description": "Name of the template"
          }
        },
        "required": ["name"],
        "additionalProperties": false
      },
      "tools.preview_message_template.input": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "description": "Name of the template"
          },
          "language": {
            "type": "string",
            "description": "Its language"
          },
          "texts": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "For the variables, in order",
            "default": []
          }
        },
        "required": ["name", "language"],
        "additionalProperties": false
      },
      "tools.preview_message_template.output": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string",
            "description": "The message"
          },
          "variables": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Variables of the body, in order"
          }
        },
        "required": ["text", "variables"]
      },
      "models.meta_connection": {
        "type": "object",
        "title": "Meta Connection",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "meta_connection",
            "description": "Identifies the instance."
          },
          "waba_id": {
            "type": ["string", "null"],
            "description": "WhatsApp Business Account ID"
          },
          "business_name": {
            "type": ["string", "null"],
            "description": "Business name from Meta"
          },
          "status": {
            "type": "string",
            "examples": ["PENDING", "CONNECTED", "ERROR"],
            "description": "Connection status"
          },
          "business_id": {
            "type": ["string", "null"],
            "description": "Meta Business Portfolio ID"
          },
          "error": {
            "type": ["string", "null"],
            "description": "The last problem with the connection in plain words"
          },
          "connected_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When the account was last connected"
          },
          "user_id": {
            "type": ["string", "null"],
            "description": "The person who connected, as this app knows them"
          },
          "missing_scopes": {
            "type": ["string", "null"],
            "description": "Permissions that were not granted"
          },
          "token_expires_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When Meta stops to accept the connection; empty if never"
          },
          "data_access_expires_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When Meta stops to give the person's data"
          },
          "account_notice": {
            "type": ["string", "null"],
            "description": "The last thing that Meta told about the WhatsApp account"
          },
          "review_status": {
            "type": ["string", "null"],
            "examples": ["APPROVED", "PENDING", "REJECTED", "DEFERRED", "OTHER"],
            "description": "Meta's review of the WhatsApp account"
          },
          "messaging_limit": {
            "type": ["string", "null"],
            "examples": [
              "TIER_50",
              "TIER_250",
              "TIER_1K",
              "TIER_2K",
              "TIER_10K",
              "TIER_100K",
              "TIER_UNLIMITED",
              "TIER_NOT_SET",
              "OTHER"
            ],
            "description": "How many people may be written to first, without an open conversation"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "waba_id",
          "business_name",
          "status",
          "business_id",
          "error",
          "connected_at",
          "user_id",
          "missing_scopes",
          "token_expires_at",
          "data_access_expires_at",
          "account_notice",
          "review_status",
          "messaging_limit",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "comparisons.text": {
        "type": "object",
        "properties": {
          "EQ": {
            "type": "string"
          },
          "NEQ": {
            "type": "string"
          },
          "GT": {
            "type": "string"
          },
          "GTE": {
            "type": "string"
          },
          "LT": {
            "type": "string"
          },
          "LTE": {
            "type": "string"
          },
          "IN": {
            "type": "string"
          },
          "CONTAINS": {
            "type": "string"
          }
        },
        "additionalProperties": false
      },
      "comparisons.value": {
        "type": "object",
        "properties": {
          "EQ": {
            "type": "string"
          },
          "NEQ": {
            "type": "string"
          },
          "GT": {
            "type": "string"
          },
          "GTE": {
            "type": "string"
          },
          "LT": {
            "type": "string"
          },
          "LTE": {
            "type": "string"
          },
          "IN": {
            "type": "string"
          }
        },
        "additionalProperties": false
      },
      "models.whatsapp_phone_number": {
        "type": "object",
        "title": "WhatsApp Phone Number",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_phone_number",
            "description": "Identifies the instance."
          },
          "phone": {
            "type": "string",
            "description": "Phone number (E.164 format)"
          },
          "phone_number_id": {
            "type": "string",
            "description": "Meta Graph API phone number ID"
          },
          "waba_id": {
            "type": ["string", "null"],
            "description": "Meta Graph API ID of the WhatsApp Business Account that it belongs to"
          },
          "display_name": {
            "type": ["string", "null"],
            "description": "Display name from Meta"
          },
          "quality_rating": {
            "type": ["string", "null"],
            "examples": ["GREEN", "YELLOW", "RED", "UNKNOWN"],
            "description": "How people took to its messages in the last seven days"
          },
          "status": {
            "type": ["string", "null"],
            "examples": [
              "CONNECTED",
              "PENDING",
              "UNVERIFIED",
              "FLAGGED",
              "RATE_LIMITED",
              "RESTRICTED",
              "BANNED",
              "DISCONNECTED",
              "MIGRATED",
              "DELETED",
              "OTHER"
            ],
            "description": "Whether Meta lets the number send"
          },
          "name_status": {
            "type": ["string", "null"],
            "examples": [
              "APPROVED",
              "AVAILABLE_WITHOUT_REVIEW",
              "PENDING_REVIEW",
              "DEFERRED",
              "DECLINED",
              "REJECTED",
              "EXPIRED",
              "NONE",
              "OTHER"
            ],
            "description": "Meta's decision on the display name"
          },
          "verification": {
            "type": ["string", "null"],
            "examples": ["VERIFIED", "NOT_VERIFIED", "UNVERIFIED", "EXPIRED", "OTHER"],
            "description": "Whether the number was confirmed by code"
          },
          "throughput": {
            "type": ["string", "null"],
            "examples": ["STANDARD", "HIGH", "NOT_APPLICABLE", "OTHER"],
            "description": "How many messages it may send"
          },
          "messaging_limit": {
            "type": ["string", "null"],
            "examples": [
              "TIER_50",
              "TIER_250",
              "TIER_1K",
              "TIER_2K",
              "TIER_10K",
              "TIER_100K",
              "TIER_UNLIMITED",
              "TIER_NOT_SET",
              "OTHER"
            ],
            "description": "How many people it may write to first, without an open conversation"
          },
          "notice": {
            "type": ["string", "null"],
            "description": "The last thing that Meta told about the number"
          },
          "name": {
            "type": ["string", "null"],
            "description": "User-provided friendly name"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "phone",
          "phone_number_id",
          "waba_id",
          "display_name",
          "quality_rating",
          "status",
          "name_status",
          "verification",
          "throughput",
          "messaging_limit",
          "notice",
          "name",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "models.whatsapp_phone_number.changes": {
        "type": "object",
        "properties": {
          "name": {
            "type": ["string", "null"],
            "maxLength": 80,
            "description": "User-provided friendly name"
          }
        },
        "additionalProperties": false
      },
      "models.whatsapp_group": {
        "type": "object",
        "title": "WhatsApp Group",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "Identifies the instance."
          },
          "reference": {
            "type": "string",
            "description": "Meta's id of the request that made it; of one that was found at Meta, the group's"
          },
          "group_id": {
            "type": ["string", "null"],
            "description": "Meta's id of the group; empty until it is made"
          },
          "phone_number_id": {
            "type": "string",
            "description": "Of the number that made it: its id at Meta"
          },
          "phone": {
            "type": ["string", "null"],
            "description": "The number that made it"
          },
          "subject": {
            "type": ["string", "null"],
            "description": "What the group is called in WhatsApp"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What the group is for, as its people read it"
          },
          "status": {
            "type": "string",
            "examples": ["CREATING", "ACTIVE", "SUSPENDED", "DELETED", "FAILED"],
            "description": "Whether it can be written in"
          },
          "join_approval": {
            "type": ["string", "null"],
            "examples": ["AUTOMATIC", "APPROVAL"],
            "description": "Who may come in by the invite link"
          },
          "invite_link": {
            "type": ["string", "null"],
            "format": "uri",
            "description": "By which people join"
          },
          "participant_count": {
            "type": ["integer", "null"],
            "description": "People in the group besides the business"
          },
          "made_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When WhatsApp made it"
          },
          "notice": {
            "type": ["string", "null"],
            "description": "The last wish that was not fulfilled, and why"
          },
          "read_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When Meta was last asked for all about it"
          },
          "subject_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When the subject was last told to have changed"
          },
          "description_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When the description was last told to have changed"
          },
          "status_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When it was last suspended or released"
          },
          "name": {
            "type": ["string", "null"],
            "description": "What the workplace calls it"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "reference",
          "group_id",
          "phone_number_id",
          "phone",
          "subject",
          "description",
          "status",
          "join_approval",
          "invite_link",
          "participant_count",
          "made_at",
          "notice",
          "read_at",
          "subject_at",
          "description_at",
          "status_at",
          "name",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "models.whatsapp_group.changes": {
        "type": "object",
        "properties": {
          "name": {
            "type": ["string", "null"],
            "maxLength": 80,
            "description": "What the workplace calls it"
          }
        },
        "additionalProperties": false
      },
      "models.whatsapp_group_participant": {
        "type": "object",
        "title": "Group participant",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group_participant",
            "description": "Identifies the instance."
          },
          "address": {
            "type": "string",
            "description": "Phone number, or how WhatsApp knows them"
          },
          "name": {
            "type": ["string", "null"],
            "description": "As they call themselves"
          },
          "is_member": {
            "type": "boolean",
            "description": "Whether they are in it now"
          },
          "changed_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When they were last told to have come or gone"
          },
          "group": {
            "type": "string",
            "x-model": "whatsapp_group"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "address",
          "name",
          "is_member",
          "changed_at",
          "group",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "models.facebook_page": {
        "type": "object",
        "title": "Facebook Page",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "facebook_page",
            "description": "Identifies the instance."
          },
          "page_id": {
            "type": "string",
            "description": "Meta Graph API Page ID"
          },
          "name": {
            "type": ["string", "null"],
            "description": "Page name"
          },
          "access_token": {
            "type": ["string", "null"],
            "examples": ["<secret>"],
            "description": "Page-specific access token"
          },
          "category": {
            "type": ["string", "null"],
            "description": "Page category"
          },
          "subscription": {
            "type": "string",
            "examples": ["ON", "OFF"],
            "description": "Whether Meta sends its messages here"
          },
          "notice": {
            "type": ["string", "null"],
            "description": "The last thing that Meta told about the page"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "page_id",
          "name",
          "access_token",
          "category",
          "subscription",
          "notice",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "models.page_comment": {
        "type": "object",
        "title": "Comment",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "page_comment",
            "description": "Identifies the instance."
          },
          "comment_id": {
            "type": "string",
            "description": "Meta's id of the comment"
          },
          "account_id": {
            "type": "string",
            "description": "The page or Instagram account whose post it is"
          },
          "person_id": {
            "type": "string",
            "description": "Its writer, as the page or account knows them"
          },
          "text": {
            "type": "string",
            "description": "What it says"
          },
          "commented_at": {
            "type": "string",
            "format": "date-time",
            "description": "When it was written"
          },
          "answered_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When it was answered in private"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "comment_id",
          "account_id",
          "person_id",
          "text",
          "commented_at",
          "answered_at",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "models.instagram_account": {
        "type": "object",
        "title": "Instagram Account",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "instagram_account",
            "description": "Identifies the instance."
          },
          "instagram_account_id": {
            "type": "string",
            "description": "Meta Graph API Instagram Account ID"
          },
          "username": {
            "type": ["string", "null"],
            "description": "Instagram username"
          },
          "name": {
            "type": ["string", "null"],
            "description": "Display name"
          },
          "profile_picture_url": {
            "type": ["string", "null"],
            "format": "uri",
            "description": "Profile picture URL"
          },
          "page_id": {
            "type": ["string", "null"],
            "description": "The page that it belongs to"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "instagram_account_id",
          "username",
          "name",
          "profile_picture_url",
          "page_id",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "models.message_batch": {
        "type": "object",
        "title": "Batch",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "message_batch",
            "description": "Identifies the instance."
          },
          "reference": {
            "type": "string",
            "description": "Under which the batch is taken once"
          },
          "what": {
            "type": "string",
            "description": "What is sent"
          },
          "channel_id": {
            "type": "string",
            "description": "Channel that it is sent over"
          },
          "total": {
            "type": "integer",
            "description": "How many messages it has"
          },
          "digest": {
            "type": "string",
            "description": "SHA-256 of what was asked for"
          },
          "message_ids": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Its messages, in order"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "reference",
          "what",
          "channel_id",
          "total",
          "digest",
          "message_ids",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      },
      "comparisons.list": {
        "type": "object",
        "properties": {
          "CONTAINS": {
            "type": "string"
          }
        },
        "additionalProperties": false
      },
      "models.message_template": {
        "type": "object",
        "title": "Message Template",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "message_template",
            "description": "Identifies the instance."
          },
          "template_id": {
            "type": "string",
            "description": "Meta Graph API template ID"
          },
          "name": {
            "type": ["string", "null"],
            "description": "Name of the template"
          },
          "language": {
            "type": ["string", "null"],
            "description": "Its language"
          },
          "status": {
            "type": ["string", "null"],
            "examples": ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED", "OTHER"],
            "description": "Whether it can be sent"
          },
          "category": {
            "type": ["string", "null"],
            "examples": ["MARKETING", "UTILITY", "AUTHENTICATION", "OTHER"],
            "description": "What it is for, which decides on its price and rules"
          },
          "quality": {
            "type": ["string", "null"],
            "examples": ["GREEN", "YELLOW", "RED", "UNKNOWN"],
            "description": "How people took to it"
          },
          "text": {
            "type": ["string", "null"],
            "description": "How it reads, with its variables"
          },
          "reason": {
            "type": ["string", "null"],
            "description": "Why Meta rejected or paused it"
          },
          "created_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was created."
          },
          "updated_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the instance was last changed."
          },
          "refreshed_at": {
            "type": "string",
            "format": "date-time",
            "description": "When the app last wrote the instance."
          }
        },
        "required": [
          "id",
          "template_id",
          "name",
          "language",
          "status",
          "category",
          "quality",
          "text",
          "reason",
          "created_at",
          "updated_at",
          "refreshed_at"
        ]
      }
    }
  }
}
"""#
}
